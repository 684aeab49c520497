"""The timeline drawn: time runs to the right, each category has a lane, each milestone a tile.

Pure geometry in units of the drawing, which the page scales to its width. Months without any
milestone take no room, but are marked as a gap.
"""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from pages.views.timeline.milestones import MeetingLabel, Slot, Stop

LABELS = 150
COLUMN = 40
GAP = 16
TILE = 28
STEP = 32
LANE_PADDING = 8
TOP = 74
BOTTOM = 168
UNDATED_SPACE = 26
# More tiles than this in one place become one that tells their number, so that the drawing stays
# legible whatever the size of the register; the list below the drawing has them all.
HIGHEST_STACK = 6
# With more columns than this, meetings and then months are drawn together.
MOST_COLUMNS = 30
LANE_LETTERS = 18
MEETING_LETTERS = 34


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A milestone, or several drawn as one (`count` more than 1), at the tile's top left."""

    x: float
    y: float
    category: int
    state: str
    count: int
    stop: Stop
    link: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A place in time; `x` is its middle, `top` the y of its first tile."""

    x: float
    label: str
    anchor: str
    meeting: MeetingLabel | None
    meeting_lines: tuple[str, ...]
    top: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True)
class Lane:
    """The lane of a category."""

    number: int
    name_lines: tuple[str, ...]
    y: float
    height: float


@dataclass(frozen=True, kw_only=True)
class Band:
    """A year on the axis, or those without a date (`label` empty)."""

    x: float
    width: float
    label: str


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Months without a milestone, left out of the axis at `x`."""

    x: float
    months: int


@dataclass(frozen=True, kw_only=True)
class Chart:
    """The whole drawing; `as_of` is the x of the register's date."""

    width: float
    height: float
    foot: float
    as_of: float
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    gaps: tuple[Gap, ...]


def lay_out_chart(slots: Sequence[Slot], names: Sequence[str]) -> Chart:
    """Return the drawing of `slots` with a lane for each of the categories' `names`."""
    groups = _group_columns(slots)
    lanes = _stack_lanes(groups, names)
    foot = lanes[-1].y + lanes[-1].height
    columns: list[Column] = []
    bands: list[Band] = []
    gaps: list[Gap] = []
    x = as_of = float(LABELS)
    for year, of_year in groupby(groups, key=lambda group: group[0].year):
        x += 0 if year else UNDATED_SPACE
        start = x
        for group in of_year:
            if group[0].gap:
                gaps.append(Gap(x=x + GAP / 2, months=group[0].gap))
                x += GAP
            columns.append(_place_column(group, x + COLUMN / 2, lanes))
            x += COLUMN
            if group[0].past and year:
                as_of = x
        bands.append(Band(x=start, width=x - start, label=year))
    return Chart(
        width=x,
        height=foot + BOTTOM,
        foot=foot,
        as_of=as_of,
        columns=tuple(columns),
        lanes=tuple(lanes),
        bands=tuple(bands),
        gaps=tuple(gaps),
    )


def _group_columns(slots: Sequence[Slot]) -> list[list[Slot]]:
    """Return the slots of each column: as fine as the room allows."""
    keys: tuple[Callable[[Slot], str], ...] = (
        lambda slot: slot.anchor,
        lambda slot: slot.period,
        lambda slot: slot.year,
    )
    groups: list[list[Slot]] = []
    for key in keys:
        groups = [list(group) for _, group in groupby(slots, key=key)]
        if len(groups) <= MOST_COLUMNS:
            break
    return groups


def _stack_lanes(groups: Sequence[Sequence[Slot]], names: Sequence[str]) -> list[Lane]:
    """Return the lanes, each as high as its highest stack of tiles."""
    highest = [1] * len(names)
    for group in groups:
        for number, stops in _by_category(group):
            highest[number - 1] = max(highest[number - 1], len(_bundle(stops)))
    lanes = []
    y = float(TOP)
    for number, name in enumerate(names, start=1):
        height = highest[number - 1] * STEP - (STEP - TILE) + 2 * LANE_PADDING
        lines = tuple(textwrap.wrap(name, LANE_LETTERS))
        lanes.append(Lane(number=number, name_lines=lines, y=y, height=height))
        y += height
    return lanes


def _by_category(group: Sequence[Slot]) -> list[tuple[int, list[Stop]]]:
    stops: dict[int, list[Stop]] = {}
    for slot in group:
        for stop in slot.stops:
            stops.setdefault(stop.tile.category, []).append(stop)
    return sorted(stops.items())


def _bundle(stops: Sequence[Stop]) -> list[tuple[Stop, int]]:
    """Return each stop, or the first of each state with their number if there are too many."""
    if len(stops) <= HIGHEST_STACK:
        return [(stop, 1) for stop in stops]
    states = {state: [s for s in stops if s.state == state] for state in ("done", "planned")}
    return [(group[0], len(group)) for group in states.values() if group]


def _place_column(group: Sequence[Slot], x: float, lanes: Sequence[Lane]) -> Column:
    first = group[0]
    marks = []
    for number, stops in _by_category(group):
        lane = lanes[number - 1]
        bundles = _bundle(stops)
        stack = len(bundles) * STEP - (STEP - TILE)
        for nth, (stop, count) in enumerate(bundles):
            marks.append(
                Mark(
                    x=x - TILE / 2,
                    y=lane.y + (lane.height - stack) / 2 + nth * STEP,
                    category=number,
                    state=stop.state,
                    count=count,
                    stop=stop,
                    link=stop.anchor if count == 1 else first.anchor,
                )
            )
    meeting = first.meeting if len(group) == 1 else None
    return Column(
        x=x,
        label=first.month,
        anchor=first.anchor,
        meeting=meeting,
        meeting_lines=(textwrap.shorten(meeting.short, MEETING_LETTERS), meeting.name)
        if meeting
        else (),
        top=min((mark.y for mark in marks), default=float(TOP)),
        marks=tuple(marks),
    )
