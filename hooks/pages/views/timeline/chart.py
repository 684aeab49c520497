"""The timeline drawn: time runs to the right, each category has a lane, each milestone a tile.

Pure geometry in units of the drawing, which the page scales to its width. Months without
milestones take no room, but are marked as a gap.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from pages.views.labels import measure, shorten, wrap
from pages.views.timeline.milestones import MeetingLabel, TimelineMilestone, TimelinePeriod
from register.model import Language

LABELS = 150
COLUMN = 44
GAP = 16
TILE = 28
STEP = 32
LANE_PADDING = 8
TOP = 74
# Below the lanes, to where the names of meetings end.
FOOT = 29
UNDATED_SPACE = 26
# A higher stack becomes one tile with the number of milestones, so that the drawing stays legible
# whatever the size of the register; the list below the drawing has them all.
HIGHEST_STACK = 6
# With more columns than this, the meetings of a month share a column, then the months of a year,
# then the years of a decade.
MOST_COLUMNS = 30
# From the edge of a lane to its name, and from there to the next thing.
LANE_LEFT, GUTTER = 12, 4
LANE_LINE = 15
# Sizes of type, as in timeline.css.
LANE_SIZE, YEAR_SIZE, NOW_SIZE, MEETING_SIZE = 12.5, 13, 12, 11.5
# Names of meetings are turned by this, so that they have room beside each other.
TURN = math.radians(48)
MEETING_WIDTH = 255


class Mark(Struct, frozen=True, kw_only=True):
    """A tile for one milestone, or for several of the same state."""

    # The top left corner.
    x: float
    y: float
    # How many milestones it is for; `milestone` is the first of them.
    count: int
    milestone: TimelineMilestone
    link: str


class Column(Struct, frozen=True, kw_only=True):
    """A place on the axis of time."""

    # The middle of the column.
    x: float
    label: str
    anchor: str
    meeting: MeetingLabel | None
    meeting_lines: tuple[str, ...]
    # The y of the highest tile.
    top: float
    marks: tuple[Mark, ...]


class Lane(Struct, frozen=True, kw_only=True):
    """The lane of a category."""

    number: int
    name_lines: tuple[str, ...]
    y: float
    height: float


class Band(Struct, frozen=True, kw_only=True):
    """A year, or several, on the axis, or what has no date."""

    x: float
    width: float
    label: str
    dated: bool


class Gap(Struct, frozen=True, kw_only=True):
    """Months without a milestone, left out of the axis at `x`."""

    x: float
    months: int


class Chart(Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: float
    height: float
    foot: float
    # The x of the register's date, and of the middle of its label.
    as_of: float
    as_of_label: float
    columns: tuple[Column, ...]
    lanes: tuple[Lane, ...]
    bands: tuple[Band, ...]
    gaps: tuple[Gap, ...]


def lay_out_chart(
    periods: Sequence[TimelinePeriod],
    names: Sequence[str],
    undated: str,
    as_of: str,
    language: Language,
    link_page: Callable[[str, int], str] = lambda *_: "",
) -> Chart:
    """Return the drawing of `periods` with a lane for each of the categories' `names`.

    `undated` and `as_of` are the labels of what has no date, and of the register's date.
    `link_page` returns the link to the page that lists the milestones of a date in a category,
    given by its number: none for the page of the drawing itself.
    """
    groups = _group_columns(periods)
    lanes = _stack_lanes(groups, names, language)
    foot = lanes[-1].y + lanes[-1].height
    columns, bands, gaps, now = _place_columns(groups, lanes, undated, link_page)
    width = bands[-1].x + bands[-1].width if bands else float(LABELS)
    half = measure(as_of, NOW_SIZE, bold=True) / 2
    return Chart(
        width=width,
        height=foot + FOOT + _measure_meetings(columns),
        foot=foot,
        as_of=now,
        as_of_label=max(half, min(now, width - half)),
        columns=tuple(columns),
        lanes=tuple(lanes),
        bands=tuple(bands),
        gaps=tuple(gaps),
    )


def _place_columns(
    groups: Sequence[Sequence[TimelinePeriod]],
    lanes: Sequence[Lane],
    undated: str,
    link_page: Callable[[str, int], str],
) -> tuple[list[Column], list[Band], list[Gap], float]:
    """Return what stands along the axis, and the x where the past ends."""
    columns: list[Column] = []
    bands: list[Band] = []
    gaps: list[Gap] = []
    x = now = float(LABELS)
    digits = 3 if len({group[0].year for group in groups}) > MOST_COLUMNS else 4
    for years, of_years in groupby(groups, key=lambda group: group[0].year[:digits]):
        x += 0 if years else UNDATED_SPACE
        start, held = x, list(of_years)
        for group in held:
            if group[0].gap:
                gaps.append(Gap(x=x + GAP / 2, months=group[0].gap))
                x += GAP
            columns.append(_place_column(group, x + COLUMN / 2, lanes, link_page))
            x += COLUMN
            if group[0].past and years:
                now = x
        label = _name_band(held) or undated
        x = max(x, start + measure(label, YEAR_SIZE, bold=True))
        bands.append(Band(x=start, width=x - start, label=label, dated=bool(years)))
    return columns, bands, gaps, now


def _measure_meetings(columns: Sequence[Column]) -> float:
    """Return how far down the names of meetings reach."""
    lines = [line for column in columns for line in column.meeting_lines]
    longest = max((measure(line, MEETING_SIZE) for line in lines), default=0)
    return longest * math.sin(TURN) + MEETING_SIZE


def _group_columns(periods: Sequence[TimelinePeriod]) -> list[list[TimelinePeriod]]:
    """Return the periods of each column: as many columns as there is room for."""
    # What is ahead of the register's date never shares a column with what is past.
    keys: tuple[Callable[[TimelinePeriod], tuple[str, bool]], ...] = (
        lambda period: (period.anchor, period.past),
        lambda period: (period.date, period.past),
        lambda period: (period.year, period.past),
        lambda period: (period.year[:3], period.past),
    )
    groups: list[list[TimelinePeriod]] = []
    for key in keys:
        groups = [list(group) for _, group in groupby(periods, key=key)]
        if len(groups) <= MOST_COLUMNS:
            break
    return groups


def _name_band(columns: Sequence[Sequence[TimelinePeriod]]) -> str:
    """Return the year of all periods in `columns`, or the first and the last of their years."""
    first, last = columns[0][0].year, columns[-1][-1].year
    return first if first == last else f"{first}–{last}"


def _stack_lanes(
    groups: Sequence[Sequence[TimelinePeriod]], names: Sequence[str], language: Language
) -> list[Lane]:
    """Return the lanes, each as high as its highest stack of tiles."""
    highest = [1] * len(names)
    for group in groups:
        for number, milestones in _by_category(group):
            highest[number - 1] = max(highest[number - 1], len(_bundle(milestones)))
    lanes = []
    y = float(TOP)
    for number, name in enumerate(names, start=1):
        lines = wrap(name, LABELS - LANE_LEFT - GUTTER, LANE_SIZE, language, bold=True)
        stack = highest[number - 1] * STEP - (STEP - TILE)
        height = max(stack, len(lines) * LANE_LINE) + 2 * LANE_PADDING
        lanes.append(Lane(number=number, name_lines=lines, y=y, height=height))
        y += height
    return lanes


def _by_category(group: Sequence[TimelinePeriod]) -> list[tuple[int, list[TimelineMilestone]]]:
    milestones: dict[int, list[TimelineMilestone]] = {}
    for period in group:
        for milestone in period.milestones:
            milestones.setdefault(milestone.tile.category, []).append(milestone)
    return sorted(milestones.items())


def _bundle(milestones: Sequence[TimelineMilestone]) -> list[tuple[TimelineMilestone, int]]:
    """Return each milestone with 1 or, of too many, the first of each state with their number."""
    if len(milestones) <= HIGHEST_STACK:
        return [(milestone, 1) for milestone in milestones]
    states = ([m for m in milestones if m.view.state == state] for state in ("done", "planned"))
    return [(group[0], len(group)) for group in states if group]


def _place_column(
    group: Sequence[TimelinePeriod],
    x: float,
    lanes: Sequence[Lane],
    link_page: Callable[[str, int], str],
) -> Column:
    first = group[0]
    marks = tuple(_place_marks(group, x - TILE / 2, lanes, link_page))
    meeting = first.meeting if len(group) == 1 else None
    return Column(
        x=x,
        # A column of several months has no name but the year's, which is above it.
        label=first.month if len({period.date for period in group}) == 1 else "",
        anchor=first.anchor,
        meeting=meeting,
        meeting_lines=tuple(
            shorten(line, MEETING_WIDTH, MEETING_SIZE)
            for line in ((meeting.short, meeting.name) if meeting else ())
        ),
        top=min((mark.y for mark in marks), default=float(TOP)),
        marks=marks,
    )


def _place_marks(
    group: Sequence[TimelinePeriod],
    x: float,
    lanes: Sequence[Lane],
    link_page: Callable[[str, int], str],
) -> Iterator[Mark]:
    """Yield the tiles of a column, whose left edge is `x`."""
    periods = {each.anchor: period for period in group for each in period.milestones}
    for number, milestones in _by_category(group):
        lane = lanes[number - 1]
        bundles = _bundle(milestones)
        stack = len(bundles) * STEP - (STEP - TILE)
        for nth, (milestone, count) in enumerate(bundles):
            period = periods[milestone.anchor]
            anchor = milestone.anchor if count == 1 else period.anchor
            yield Mark(
                x=x,
                y=lane.y + (lane.height - stack) / 2 + nth * STEP,
                count=count,
                milestone=milestone,
                link=f"{link_page(period.date, number)}#{anchor}",
            )
