"""The milestones of all entries, gathered by time and meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from register.model import Milestone
from website import urls
from website.dates import format_month, format_partial_date
from website.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite

MONTH_LENGTH = len("2024-05")
YEAR_LENGTH = len("2024")


@dataclass(frozen=True, kw_only=True)
class MeetingLabel:
    """A meeting in the words of a language; `iso` is its date for machines, empty if unknown."""

    anchor: str
    body: str
    short: str
    name: str
    date: str
    iso: str


@dataclass(frozen=True, kw_only=True)
class Stop:
    """A milestone on the timeline.

    `late` marks what was planned for a date that had passed when the register was made.
    """

    anchor: str
    tile: EntryTile
    when: str
    iso: str
    state: str
    late: bool
    text: str
    note: str
    meeting: MeetingLabel | None


@dataclass(frozen=True, kw_only=True)
class Slot:
    """The milestones of one month (or of a year, if no more is known) at one meeting or none.

    `period` is "2024-05", "2024" or, for those without a date, empty. `gap` counts the months
    without any milestone that lie before it.
    """

    anchor: str
    period: str
    label: str
    year: str
    month: str
    gap: int
    past: bool
    meeting: MeetingLabel | None
    stops: tuple[Stop, ...]


def list_stops(site: LocalizedSite, path: str) -> list[tuple[str, Stop]]:
    """Return every milestone of the register with its period, in the order of the register."""
    tiles = make_tiles(site, path)
    meetings = _label_meetings(site)
    found = []
    for entry in site.register.initiatives:
        for nth, milestone in enumerate(entry.milestones, start=1):
            stop = _make_stop(
                site, f"{entry.id}-milestone-{nth}", tiles[entry.id], milestone, meetings
            )
            found.append(((milestone.date or "")[:MONTH_LENGTH], stop))
    return found


def _make_stop(
    site: LocalizedSite,
    anchor: str,
    tile: EntryTile,
    milestone: Milestone,
    meetings: Mapping[str, MeetingLabel],
) -> Stop:
    last = milestone.end or milestone.date or ""
    return Stop(
        anchor=anchor,
        tile=tile,
        when=site.span(milestone.date, milestone.end) if milestone.date else "",
        iso=milestone.date or "",
        state=milestone.state,
        late=milestone.state == "planned" and _has_passed(last, site.register.publication.as_of),
        text=site.say(milestone.text),
        note=site.say(milestone.date_note) if milestone.date_note else "",
        meeting=meetings[milestone.meeting] if milestone.meeting else None,
    )


def _has_passed(date: str, as_of: str) -> bool:
    """Return whether `date`, at its precision, lies before the day `as_of`."""
    return bool(date) and date < as_of[: len(date)]


def _label_meetings(site: LocalizedSite) -> dict[str, MeetingLabel]:
    vocabulary = site.register.vocabulary
    labels = {}
    for key, meeting in vocabulary.meetings.items():
        body = vocabulary.bodies[meeting.body]
        labels[key] = MeetingLabel(
            anchor=urls.meeting(key),
            body=site.body_long(body),
            short=site.body_short(body),
            name=site.say(meeting.name),
            date=site.span(meeting.date, meeting.end) if meeting.date else "",
            iso=meeting.date or "",
        )
    return labels


def gather_slots(site: LocalizedSite, stops: Iterable[tuple[str, Stop]]) -> list[Slot]:
    """Return the slots in the order of time, those without a date last.

    Within a month come first those of no meeting, then the meetings in the vocabulary's order.
    """
    order = {urls.meeting(key): nth for nth, key in enumerate(site.register.vocabulary.meetings)}
    groups: dict[tuple[bool, str, int], list[Stop]] = {}
    for period, stop in stops:
        rank = order[stop.meeting.anchor] if stop.meeting else -1
        groups.setdefault((not period, period, rank), []).append(stop)
    slots: list[Slot] = []
    for (_, period, rank), group in sorted(groups.items()):
        meeting = group[0].meeting
        before = slots[-1].period if slots else ""
        slots.append(
            Slot(
                anchor=f"at-{period or 'undated'}{f'-m{rank + 1}' if rank >= 0 else ''}",
                period=period,
                label=format_partial_date(period, site.language) if period else "",
                year=period[:YEAR_LENGTH],
                month=format_month(period, site.language) if len(period) == MONTH_LENGTH else "",
                gap=count_months_between(before, period) if before and period else 0,
                past=period <= site.register.publication.as_of[: len(period)],
                meeting=meeting,
                stops=tuple(sorted(group, key=lambda stop: stop.tile.category)),
            )
        )
    return slots


def count_months_between(before: str, after: str) -> int:
    """Return how many whole months lie between two periods, each a month or a year."""
    last = before if len(before) == MONTH_LENGTH else f"{before}-12"
    first = after if len(after) == MONTH_LENGTH else f"{after}-01"
    months = [int(each[:4]) * 12 + int(each[5:]) for each in (last, first)]
    return max(0, months[1] - months[0] - 1)
