"""Entries counted by a value and by category."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from website.entries.entry_tile import EntryTile


class Cell(Struct, frozen=True, kw_only=True):
    """The entries of one value in one category, which is given by its number from 1."""

    category: int
    entries: tuple[EntryTile, ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.entries)


class MatrixRow(Struct, frozen=True, kw_only=True):
    """A value with its cells, one per category."""

    key: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """The number of entries with this value."""
        return sum(cell.count for cell in self.cells)


class Matrix(Struct, frozen=True, kw_only=True):
    """Values by categories, which are given by their names."""

    categories: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The number of entries in each category."""
        return tuple(
            sum(row.cells[nth].count for row in self.rows) for nth in range(len(self.categories))
        )

    @property
    def largest(self) -> int:
        """The number of entries in the fullest cell."""
        return max((cell.count for row in self.rows for cell in row.cells), default=0)


def count_matrix(
    entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str], categories: Sequence[str]
) -> Matrix:
    """Return the matrix of `entries`, each with its value.

    Rows are in the order of `labels`, the label of each value; a value that no entry has gets none.
    """
    found: dict[str, list[list[EntryTile]]] = {key: [[] for _ in categories] for key in labels}
    for value, tile in entries:
        found[value][tile.category - 1].append(tile)
    rows = tuple(
        MatrixRow(
            key=key,
            label=labels[key],
            cells=tuple(
                Cell(category=number, entries=tuple(cell)) for number, cell in enumerate(cells, 1)
            ),
        )
        for key, cells in found.items()
        if any(cells)
    )
    return Matrix(categories=tuple(categories), rows=rows)
