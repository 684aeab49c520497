"""The entries behind the charts of the dashboard, by value and by category."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from website.entries.entry_tile import EntryTile


class Row(Struct, frozen=True, kw_only=True):
    """A value with its entries."""

    key: str
    label: str
    tiles: tuple[EntryTile, ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.tiles)

    def of_category(self, number: int) -> list[EntryTile]:
        """Return those of its entries that are in a category, given by its number from 1."""
        return [tile for tile in self.tiles if tile.category == number]


class Matrix(Struct, frozen=True, kw_only=True):
    """Values by categories, which are given by their names."""

    categories: Sequence[str]
    rows: Sequence[Row]

    @property
    def totals(self) -> list[int]:
        """The number of entries in each category."""
        return [sum(counts) for counts in zip(*self._counts, strict=True)]

    @property
    def largest(self) -> int:
        """The number of entries in the fullest cell."""
        return max(map(max, self._counts), default=0)

    @property
    def _counts(self) -> list[list[int]]:
        numbers = range(1, len(self.categories) + 1)
        return [[len(row.of_category(number)) for number in numbers] for row in self.rows]


def group_tiles(entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str]) -> list[Row]:
    """Return a row per value that occurs in `entries`, in the order of `labels`."""
    found: dict[str, list[EntryTile]] = {key: [] for key in labels}
    for value, tile in entries:
        found[value].append(tile)
    return [
        Row(key=key, label=labels[key], tiles=tuple(tiles)) for key, tiles in found.items() if tiles
    ]
