"""What is on paper, or meant for it: how many pages, and which text."""

import re

_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")


def count_pages(document: bytes) -> int:
    """Return the number of pages of a PDF that Chromium made."""
    return len(_PAGE.findall(document))


def squeeze(text: str) -> str:
    """Return `text` without spaces and soft hyphens."""
    return re.sub(r"[\s\u00ad]+", "", text)


def squeeze_print(text: str) -> str:
    """Return printed `text` without what a line broken within a word brings, hyphens included."""
    return squeeze(text).replace("-", "")
