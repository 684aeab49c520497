"""What the source states and what it does not: a strip per field, with a piece per entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from website.entry_tile import EntryTile

# Space between two categories, in per cent of the strip.
SPACE = 1.2
# With more entries than this, those of a category are drawn as two pieces, in proportion.
MOST_PIECES = 120


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of a strip, in per cent of its length; `title` is what it stands for."""

    x: float
    width: float
    category: int
    stated: bool
    title: str


@dataclass(frozen=True, kw_only=True)
class Strip:
    """A field: how many entries of each category state it, and how many do not."""

    key: str
    label: str
    pieces: tuple[Piece, ...]
    stated: int
    unstated: int
    by_category: tuple[tuple[int, int], ...]


def lay_out_coverage(
    tiles: Sequence[EntryTile], fields: Mapping[str, Sequence[bool]], labels: Mapping[str, str]
) -> list[Strip]:
    """Return a strip per field.

    `fields` tells, for each of `tiles`, whether the field is stated; `labels` names the fields.
    """
    groups: dict[int, list[int]] = {}
    for nth, tile in enumerate(tiles):
        groups.setdefault(tile.category, []).append(nth)
    unit = (100 - SPACE * (len(groups) - 1)) / max(1, len(tiles))
    strips = []
    for key, stated in fields.items():
        x = 0.0
        pieces: list[Piece] = []
        counts = []
        for category, members in sorted(groups.items()):
            yes = sum(stated[nth] for nth in members)
            counts.append((yes, len(members) - yes))
            for width, is_stated, title in _cut(tiles, stated, members):
                pieces.append(
                    Piece(
                        x=round(x, 3),
                        width=round(width * unit, 3),
                        category=category,
                        stated=is_stated,
                        title=title,
                    )
                )
                x += width * unit
            x += SPACE
        total = sum(yes for yes, _ in counts)
        strips.append(
            Strip(
                key=key,
                label=labels[key],
                pieces=tuple(pieces),
                stated=total,
                unstated=len(tiles) - total,
                by_category=tuple(counts),
            )
        )
    return strips


def _cut(
    tiles: Sequence[EntryTile], stated: Sequence[bool], members: Sequence[int]
) -> list[tuple[int, bool, str]]:
    """Return the pieces of a category: their length in entries, whether stated, their title."""
    if len(tiles) <= MOST_PIECES:
        return [(1, stated[nth], f"{tiles[nth].number}. {tiles[nth].title}") for nth in members]
    yes = sum(stated[nth] for nth in members)
    parts = ((yes, True), (len(members) - yes, False))
    name = tiles[members[0]].category_name
    return [(count, is_stated, f"{name} ({count})") for count, is_stated in parts if count]
