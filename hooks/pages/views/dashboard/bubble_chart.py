"""Entries counted by a value and by category, and drawn as circles whose area is their number."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from website.entry_tile import EntryTile

# In pixels: two circles of this radius stand side by side in a column at 320 pixels.
LARGEST_RADIUS = 22.0
SMALLEST_RADIUS = 9.0


@dataclass(frozen=True, kw_only=True)
class Cell:
    """The entries of one value in one category; `x` is the middle of its column in per cent."""

    category: int
    x: float
    radius: float
    entries: tuple[EntryTile, ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.entries)


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """A value with its cells, one per category."""

    key: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        """The number of entries with this value."""
        return sum(cell.count for cell in self.cells)


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """Values by categories."""

    categories: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The number of entries in each category."""
        return tuple(
            sum(row.cells[nth].count for row in self.rows) for nth in range(len(self.categories))
        )


def column_middle(nth: int, count: int) -> float:
    """Return the middle of the `nth` of `count` equal columns, in per cent of their width."""
    return round((nth + 0.5) * 100 / count, 2)


def count_matrix(
    entries: Iterable[tuple[str, EntryTile]], labels: Mapping[str, str], categories: Sequence[str]
) -> Matrix:
    """Return the matrix of `entries`, each with its value.

    Rows stand in the order of `labels`, the label of each value; a value that no entry has gets
    none.
    """
    found: dict[str, list[list[EntryTile]]] = {key: [[] for _ in categories] for key in labels}
    for value, tile in entries:
        found[value][tile.category - 1].append(tile)
    largest = max((len(cell) for cells in found.values() for cell in cells), default=1)
    return Matrix(
        categories=tuple(categories),
        rows=tuple(
            MatrixRow(
                key=key,
                label=labels[key],
                cells=tuple(
                    Cell(
                        category=nth + 1,
                        x=column_middle(nth, len(categories)),
                        radius=_radius(len(cell), largest),
                        entries=tuple(cell),
                    )
                    for nth, cell in enumerate(cells)
                ),
            )
            for key, cells in found.items()
            if any(cells)
        ),
    )


def _radius(count: int, largest: int) -> float:
    """Return the radius, in pixels, of a circle whose area stands for `count`; 0 for none."""
    if not count:
        return 0.0
    return round(max(SMALLEST_RADIUS, LARGEST_RADIUS * math.sqrt(count / largest)), 2)
