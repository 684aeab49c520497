"""The order of two lists drawn side by side: entries that stay together are one band.

Pure geometry in units of the drawing.
"""

from collections.abc import Iterable

from msgspec import Struct

from pages.views.labels import wrap
from register.lists.changes import ListChanges
from register.model import Initiative, Language

WIDTH = 320
HEAD, HEAD_LINE = 34, 15
# From the edge of the drawing to its texts, and between its two heads.
EDGE, GUTTER = 4, 10
# The size of type of a head, as in changes.css.
HEAD_SIZE = 12.5
# The same of the label of what is in one list only, and its width beside one of the other list.
ONLY_SIZE, ONLY_WIDTH = 11, 80
# The least distance of two labels.
DISTANCE = 24
ROW = 30
BAND = 40
SPACE = 8
# The drawing shows this many bands, and says so if there are more; the tables have all.
MOST_BANDS = 60


class Run(Struct, frozen=True, kw_only=True):
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


class Band(Struct, frozen=True, kw_only=True):
    """A run in the drawing: the y of its top and its height at either side."""

    run: Run
    older_y: float
    newer_y: float
    height: float

    @property
    def label_y(self) -> float:
        """The y of the middle of its label."""
        if self.run.older is None:
            return self.newer_y + self.height / 2
        if self.run.newer is None:
            return self.older_y + self.height / 2
        return (self.older_y + self.newer_y + self.height) / 2


class OrderChart(Struct, frozen=True, kw_only=True):
    """The whole drawing; `left_out` is the number of bands for which there was no room."""

    height: float
    # The lines of the name of either list.
    heads: tuple[tuple[str, ...], tuple[str, ...]]
    bands: tuple[Band, ...]
    # Those with the label that the numbers are the same in both lists.
    labelled: tuple[Band, ...]
    # The lines of the label of what is in one list only.
    only: tuple[str, ...]
    left_out: int


def lay_out_order(
    changes: ListChanges, names: tuple[str, str], only: str, language: Language
) -> OrderChart:
    """Return the drawing of the order of both lists, whose `names` are given.

    `only` is the label of what is in one list only.
    """
    room = WIDTH / 2 - EDGE - GUTTER / 2
    older_head, newer_head = (wrap(name, room, HEAD_SIZE, language, bold=True) for name in names)
    top = HEAD + HEAD_LINE * (max(len(older_head), len(newer_head)) - 1)
    runs = list_runs(changes)
    drawn = runs[:MOST_BANDS]
    older = _stack([(run.older, run) for run in drawn if run.older], top)
    newer = _stack([(run.newer, run) for run in drawn if run.newer], top)
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
        height=max(ends, default=top) + SPACE,
        heads=(older_head, newer_head),
        bands=bands,
        labelled=_pick_labelled(bands),
        only=wrap(only, ONLY_WIDTH, ONLY_SIZE, language),
        left_out=len(runs) - len(drawn),
    )


def _pick_labelled(bands: tuple[Band, ...]) -> tuple[Band, ...]:
    alone = [band.label_y for band in bands if not (band.run.older and band.run.newer)]
    return tuple(
        band
        for band in bands
        if not band.run.changed and all(abs(band.label_y - y) >= DISTANCE for y in alone)
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


def _stack(places: Iterable[tuple[tuple[int, int], Run]], top: float) -> dict[str, float]:
    """Return the y of each run, by its first entry, in the order of its place in a list."""
    y = top
    found = {}
    for _, run in sorted(places, key=lambda pair: pair[0]):
        found[run.entries[0].id] = y
        y += _height(run) + SPACE
    return found


def _height(run: Run) -> float:
    return BAND if len(run.entries) > 1 else ROW
