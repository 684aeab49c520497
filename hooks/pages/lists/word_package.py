"""A Word document from its parts: the same bytes for the same parts."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Times in the package are fixed: the same input gives the same bytes.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
# Of the package that python-docx begins with, what is not ours: a picture of its first page, what
# Word of 2010 reads, a list of sources, and which program wrote it.
_FOREIGN = ("/thumbnail", "/stylesWithEffects", "/customXml", "/extended-properties")
_LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}


def tag_of(language: str) -> str:
    """Return the language as Word names it, "fr-FR"."""
    return _LANGUAGES[language]


@dataclass(frozen=True, kw_only=True)
class Properties:
    """What a document says of itself; `author` is empty where none is known."""

    title: str
    subject: str
    author: str
    language: str
    date: date


class WordPackage:
    """A document to fill: first links and the foot, of which the body names the ids."""

    def __init__(self) -> None:
        """Begin an empty document."""
        import docx  # slow to load, and used here only

        self._document: Any = docx.Document()
        for rels in (self._document.part.rels, self._document.part.package.rels):
            for key in [key for key, rel in rels.items() if rel.reltype.endswith(_FOREIGN)]:
                del rels[key]
        self._links: dict[str, str] = {}

    def link(self, url: str) -> str:
        """Return the id of the relationship by which the body links to `url`."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        if url not in self._links:
            self._links[url] = f"link{len(self._links) + 1}"
            self._document.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, url, self._links[url], is_external=True
            )
        return self._links[url]

    def add_footer(self, xml: str) -> str:
        """Add the foot of all pages; return the id of its relationship."""
        footer, key = self._document.part.add_footer_part()
        _fill(footer.element, xml)
        return str(key)

    def save(self, text: str, parts: Mapping[str, str], properties: Properties) -> bytes:
        """Return the document with the XML of its `text` and its `parts`.

        The parts are its styles, numbering and settings.
        """
        document = self._document
        elements = {
            "styles": document.styles.element,
            "numbering": document.part.numbering_part.element,
            "settings": document.settings.element,
        }
        for name, element in elements.items():
            _fill(element, parts[name])
        _describe(document, properties)
        saved = io.BytesIO()
        document.save(saved)
        return _complete(saved, {document.part.partname.membername: _NOT_XML.sub("", text)})


def _fill(element: Any, xml: str) -> None:
    """Put what is in `xml` in place of what is in `element`, which is of the same kind."""
    from docx.oxml import parse_xml

    element[:] = list(parse_xml(_NOT_XML.sub("", xml)))


def _describe(document: Any, properties: Properties) -> None:
    core = document.core_properties
    # python-docx names itself there.
    core._element[:] = []
    core.title, core.subject = _shorten(properties.title), _shorten(properties.subject)
    core.language = properties.language
    core.author = _shorten(properties.author)
    moment = datetime.combine(properties.date, datetime.min.time(), UTC)
    core.created = core.modified = moment
    core.revision = 1


def _shorten(text: str) -> str:
    """Return as much of `text` as a property may hold."""
    return _NOT_XML.sub("", text)[:255]


def _complete(saved: io.BytesIO, texts: Mapping[str, str]) -> bytes:
    """Return what python-docx has `saved`, with fixed times, and with `texts` by their names.

    To have it parse the text of a long list, and write that again, takes twice as long as all else.
    """
    output = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, texts[name] if name in texts else source.read(name))
    return output.getvalue()
