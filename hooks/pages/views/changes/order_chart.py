"""The order of two lists drawn side by side: entries that stay together are one band.

Pure geometry in units of the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from register.list_changes import ListChanges
from register.model import Initiative

HEAD = 34
ROW = 30
BAND = 40
SPACE = 8
# The drawing shows this many bands, and says so if there are more; the tables have all.
MOST_BANDS = 60


@dataclass(frozen=True, kw_only=True)
class Run:
    """Entries that follow each other in both lists, with the numbers they have there.

    An entry that is in one list only has no number (None) in the other.
    """

    entries: tuple[Initiative, ...]
    older: tuple[int, int] | None
    newer: tuple[int, int] | None

    @property
    def changed(self) -> bool:
        """Whether the numbers differ."""
        return self.older != self.newer


@dataclass(frozen=True, kw_only=True)
class Band:
    """A run in the drawing: the y of its top and its height at either side."""

    run: Run
    older_y: float
    newer_y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class OrderChart:
    """The whole drawing; `left_out` is the number of bands for which there was no room."""

    height: float
    bands: tuple[Band, ...]
    left_out: int


def lay_out_order(changes: ListChanges) -> OrderChart:
    """Return the drawing of the order of both lists."""
    runs = list_runs(changes)
    drawn = runs[:MOST_BANDS]
    older = _stack([run for run in drawn if run.older], [run.older for run in drawn if run.older])
    newer = _stack([run for run in drawn if run.newer], [run.newer for run in drawn if run.newer])
    bands = tuple(
        Band(
            run=run,
            older_y=older.get(run.entries[0].id, 0.0),
            newer_y=newer.get(run.entries[0].id, 0.0),
            height=_height(run),
        )
        for run in drawn
    )
    ends = [
        y + band.height
        for band in bands
        for y, place in ((band.older_y, band.run.older), (band.newer_y, band.run.newer))
        if place
    ]
    return OrderChart(
        height=max(ends, default=HEAD) + SPACE, bands=bands, left_out=len(runs) - len(drawn)
    )


def list_runs(changes: ListChanges) -> list[Run]:
    """Return the runs in the order of the older list, then what the newer one adds."""
    one, two = changes.older.id, changes.newer.id
    runs: list[Run] = []
    group: list[Initiative] = []

    def close() -> None:
        if group:
            first, last = group[0].lists, group[-1].lists
            runs.append(
                Run(
                    entries=tuple(group),
                    older=(first[one].number, last[one].number),
                    newer=(first[two].number, last[two].number),
                )
            )
            group.clear()

    for entry in changes.kept:
        if group and not all(
            entry.lists[each].number == group[-1].lists[each].number + 1 for each in (one, two)
        ):
            close()
        group.append(entry)
    close()
    for entry in changes.removed:
        number = entry.lists[one].number
        runs.append(Run(entries=(entry,), older=(number, number), newer=None))
    for entry in changes.added:
        number = entry.lists[two].number
        runs.append(Run(entries=(entry,), older=None, newer=(number, number)))
    return sorted(runs, key=lambda run: (run.older or run.newer or (0, 0), run.older is None))


def _stack(runs: Sequence[Run], places: Sequence[tuple[int, int]]) -> dict[str, float]:
    """Return the y of each run, by its first entry, in the order of its `places` in a list."""
    y = float(HEAD)
    found = {}
    for _, run in sorted(zip(places, runs, strict=True), key=lambda pair: pair[0]):
        found[run.entries[0].id] = y
        y += _height(run) + SPACE
    return found


def _height(run: Run) -> float:
    return BAND if len(run.entries) > 1 else ROW
