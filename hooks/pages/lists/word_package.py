"""A Word document from its parts: the same bytes for the same parts."""

import io
import re
import zipfile
from collections.abc import Mapping

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Times in the package are fixed: the same input gives the same bytes.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class WordLinks:
    """The addresses that a document links to, by the ids that its text has in their place."""

    def __init__(self) -> None:
        """Begin without any."""
        self._ids: dict[str, str] = {}

    def link(self, url: str) -> str:
        """Return the id of the link to `url`."""
        return self._ids.setdefault(url, f"link{len(self._ids) + 1}")

    @property
    def addresses(self) -> dict[str, str]:
        """Each URL by its id."""
        return {key: url for url, key in self._ids.items()}


def pack(parts: Mapping[str, str]) -> bytes:
    """Return the document of which `parts` holds the XML of each part by its name, in their order.

    What XML cannot hold is left out.
    """
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as package:
        for name, xml in parts.items():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _DECLARATION + _NOT_XML.sub("", xml).strip())
    return output.getvalue()
