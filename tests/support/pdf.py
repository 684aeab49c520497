"""What a printed page is made of."""

import re

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def count_pages(document: bytes) -> int:
    """Return the number of pages of a PDF that Chromium made."""
    return len(_PAGE.findall(document))
