"""Entries counted by body: a row of tiles for each, ten to a line, so that they can be counted."""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from website.entry_tile import EntryTile

# In pixels: ten tiles fit into a figure at 320 pixels, and each can be hit with a finger.
PITCH = 25
PER_LINE = 10
LABEL_LETTERS = 34
LABEL_LINE = 16
LABEL_FOOT = 8
SPACE = 12
# A body with more entries than this gets a bar in proportion in place of tiles.
MOST_TILES = 40
BAR = 14


@dataclass(frozen=True, kw_only=True)
class Unit:
    """An entry in a row, at its top left in pixels from the row's."""

    x: int
    y: int
    tile: EntryTile


@dataclass(frozen=True, kw_only=True)
class UnitRow:
    """The body `key` with its entries; `share` is the length of its bar in per cent, without tiles.

    Its label begins at `y`, its tiles or its bar at `foot`.
    """

    key: str
    label: str
    label_lines: tuple[str, ...]
    y: int
    foot: int
    count: int
    units: tuple[Unit, ...]
    share: float
    entries: tuple[EntryTile, ...]


@dataclass(frozen=True, kw_only=True)
class Units:
    """The whole drawing, `height` pixels high."""

    rows: tuple[UnitRow, ...]
    height: int


def lay_out_units(entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str]) -> Units:
    """Return a row per value that occurs in `entries`, the longest first, then as in `labels`."""
    found: dict[str, list[EntryTile]] = {key: [] for key in labels}
    for value, tile in entries:
        found[value].append(tile)
    keys = sorted((key for key in found if found[key]), key=lambda key: -len(found[key]))
    longest = max((len(tiles) for tiles in found.values()), default=1)
    rows = []
    y = 0
    for key in keys:
        tiles = found[key]
        lines = tuple(textwrap.wrap(labels[key], LABEL_LETTERS))
        foot = y + len(lines) * LABEL_LINE + LABEL_FOOT
        few = len(tiles) <= MOST_TILES
        units = [
            Unit(
                x=nth % PER_LINE * PITCH,
                y=foot + nth // PER_LINE * PITCH,
                tile=tile,
            )
            for nth, tile in enumerate(tiles)
        ]
        rows.append(
            UnitRow(
                key=key,
                label=labels[key],
                label_lines=lines,
                y=y,
                foot=foot,
                count=len(tiles),
                units=tuple(units) if few else (),
                share=0 if few else round(100 * len(tiles) / longest, 2),
                entries=tuple(tiles),
            )
        )
        y = foot + (-(-len(tiles) // PER_LINE) * PITCH if few else BAR) + SPACE
    return Units(rows=tuple(rows), height=y)
