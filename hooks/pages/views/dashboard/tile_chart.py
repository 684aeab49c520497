"""Entries grouped by body."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from website.entries.entry_tile import EntryTile


@dataclass(frozen=True, kw_only=True)
class TileRow:
    """The body `key` with its entries."""

    key: str
    label: str
    entries: tuple[EntryTile, ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.entries)


def group_tiles(
    entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str]
) -> tuple[TileRow, ...]:
    """Return a row per value that occurs in `entries`, the longest first, then as in `labels`."""
    found: dict[str, list[EntryTile]] = {key: [] for key in labels}
    for value, tile in entries:
        found[value].append(tile)
    keys = sorted((key for key in found if found[key]), key=lambda key: -len(found[key]))
    return tuple(TileRow(key=key, label=labels[key], entries=tuple(found[key])) for key in keys)
