"""Entries grouped by body."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from website.entries.entry_tile import EntryTile


class TileRow(Struct, frozen=True, kw_only=True):
    """The body `key` with its entries."""

    key: str
    label: str
    entries: tuple[EntryTile, ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.entries)


class TileChart(Struct, frozen=True, kw_only=True):
    """The bodies with most entries, and how many others there are, with how many entries."""

    rows: tuple[TileRow, ...]
    others: int
    left: int

    @property
    def longest(self) -> int:
        """The number of entries of the longest row."""
        return max((*(row.count for row in self.rows), self.left), default=0)


def take_largest(rows: tuple[TileRow, ...], number: int) -> TileChart:
    """Return the chart of the first `number` of `rows`; one left over is shown as itself."""
    if len(rows) <= number + 1:
        return TileChart(rows=rows, others=0, left=0)
    others = rows[number:]
    left = sum(row.count for row in others)
    return TileChart(rows=rows[:number], others=len(others), left=left)


def group_tiles(
    entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str]
) -> tuple[TileRow, ...]:
    """Return a row per value that occurs in `entries`, the longest first, then as in `labels`."""
    found: dict[str, list[EntryTile]] = {key: [] for key in labels}
    for value, tile in entries:
        found[value].append(tile)
    keys = sorted((key for key in found if found[key]), key=lambda key: -len(found[key]))
    return tuple(TileRow(key=key, label=labels[key], entries=tuple(found[key])) for key in keys)
