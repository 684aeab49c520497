"""A printed name in an older and a newer list, word by word."""

import re
from difflib import SequenceMatcher

from msgspec import Struct

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of a text; `changed` where the other text differs."""

    text: str
    changed: bool


class Wording(Struct, frozen=True, kw_only=True):
    """A text in the older and in the newer list, each in pieces.

    `typographic` is true if only capitals, spaces or punctuation differ.
    """

    older: tuple[Piece, ...]
    newer: tuple[Piece, ...]
    typographic: bool


def compare_wording(older: str, newer: str) -> Wording:
    """Return two texts in pieces, word by word."""
    one, two = _TOKENS.findall(older), _TOKENS.findall(newer)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    before: list[Piece] = []
    after: list[Piece] = []
    for kind, start, stop, other_start, other_stop in matcher.get_opcodes():
        changed = kind != "equal"
        if stop > start:
            before.append(Piece(text="".join(one[start:stop]), changed=changed))
        if other_stop > other_start:
            after.append(Piece(text="".join(two[other_start:other_stop]), changed=changed))
    return Wording(
        older=tuple(before),
        newer=tuple(after),
        typographic=_letters(older) == _letters(newer),
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
