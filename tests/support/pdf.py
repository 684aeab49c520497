"""What is on paper, or meant for it: how many pages, and which text."""

import re

from pages.lists.list_pages import SUCCINCT
from website.localized_site import LocalizedSite

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


def hold_to_heads(texts: list[str], site: LocalizedSite, kind: str) -> None:
    """The head of the table stands again on each page from the first that has it."""
    words = ("number-short", "initiative" if kind == SUCCINCT else "list-initiative-objective")
    head = squeeze_print("".join(site.words(word) for word in words))
    with_head = [head in squeeze_print(text) for text in texts]
    assert any(with_head)
    assert all(with_head[with_head.index(True) :])
