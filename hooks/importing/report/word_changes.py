"""Which words of a text have changed."""

from difflib import SequenceMatcher
from typing import Literal, NamedTuple

# Of longer texts the comparison would take minutes, and nobody reads it.
_MAX_WORDS = 3_000


class Piece(NamedTuple):
    """Words of a text that are in both versions, in the former one only, or in the new one only."""

    kind: Literal["same", "gone", "new"]
    text: str


def compare_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in their order, word by word; spaces do not count."""
    before, after = old.split(), new.split()
    if max(len(before), len(after)) > _MAX_WORDS:
        return (Piece("gone", " ".join(before)), Piece("new", " ".join(after)))
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(before[start:end])))
            continue
        if end > start:
            pieces.append(Piece("gone", " ".join(before[start:end])))
        if last > first:
            pieces.append(Piece("new", " ".join(after[first:last])))
    return tuple(pieces)
