"""The milestones of all entries, gathered by time and meeting."""

from collections.abc import Iterable

from msgspec import Struct

from register.model import Milestone
from website import urls
from website.entries.entry_tile import EntryTile, make_tiles
from website.entries.entry_view import MilestoneView
from website.localized_site import LocalizedSite
from website.text.dates import format_month, format_partial_date

MONTH_LENGTH = len("2024-05")
YEAR_LENGTH = len("2024")


class MeetingLabel(Struct, frozen=True, kw_only=True):
    """A localized meeting."""

    anchor: str
    # The body that meets: its name, and its acronym if it has one.
    body: str
    short: str
    name: str
    # Localized, and as in the register for machines; both empty if unknown.
    date: str
    iso: str


class TimelineMilestone(Struct, frozen=True, kw_only=True):
    """A localized milestone, with its entry."""

    anchor: str
    tile: EntryTile
    view: MilestoneView
    # Whether it is planned for a date before that of the register.
    late: bool
    meeting: MeetingLabel | None


class TimelinePeriod(Struct, frozen=True, kw_only=True):
    """The milestones of one month (or year, if no more is known) at one meeting, or at none."""

    anchor: str
    # "2024-05", "2024", or empty for milestones without a date; then localized.
    date: str
    label: str
    year: str
    month: str
    # How many months without any milestone come before it.
    gap: int
    past: bool
    meeting: MeetingLabel | None
    milestones: tuple[TimelineMilestone, ...]


def list_milestones(site: LocalizedSite, path: str) -> list[tuple[str, TimelineMilestone]]:
    """Return every milestone, with its month or year, in the order of the register."""
    tiles = make_tiles(site, path)
    meetings = _label_meetings(site)
    found = []
    for entry in site.register.initiatives:
        views = site.view(entry).milestones
        for nth, (milestone, view) in enumerate(zip(entry.milestones, views, strict=True), start=1):
            described = TimelineMilestone(
                anchor=f"{entry.id}-milestone-{nth}",
                tile=tiles[entry.id],
                view=view,
                late=_is_late(milestone, site.register.publication.as_of),
                meeting=meetings[milestone.meeting] if milestone.meeting else None,
            )
            found.append((view.iso[:MONTH_LENGTH], described))
    return found


def _is_late(milestone: Milestone, as_of: str) -> bool:
    """Return whether it is planned for what, at the precision of its date, is before `as_of`."""
    last = milestone.end or milestone.date or ""
    return milestone.state == "planned" and bool(last) and last < as_of[: len(last)]


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


def gather_periods(
    site: LocalizedSite, milestones: Iterable[tuple[str, TimelineMilestone]]
) -> list[TimelinePeriod]:
    """Return the periods in chronological order, those without a date last.

    Within a month, milestones of no meeting come first, then the meetings in the vocabulary's
    order.
    """
    order = {urls.meeting(key): nth for nth, key in enumerate(site.register.vocabulary.meetings)}
    as_of = site.register.publication.as_of
    groups: dict[tuple[bool, bool, str, int], list[TimelineMilestone]] = {}
    for date, milestone in milestones:
        rank = order[milestone.meeting.anchor] if milestone.meeting else -1
        key = (not date, _is_ahead(date, milestone.view.state, as_of), date, rank)
        groups.setdefault(key, []).append(milestone)
    periods: list[TimelinePeriod] = []
    for (_, is_ahead, date, rank), group in sorted(groups.items()):
        before = periods[-1].date if periods else ""
        periods.append(
            TimelinePeriod(
                anchor=_make_anchor(date, is_ahead and as_of.startswith(date), rank),
                date=date,
                label=format_partial_date(date, site.language) if date else "",
                year=date[:YEAR_LENGTH],
                month=format_month(date, site.language) if len(date) == MONTH_LENGTH else "",
                gap=count_months_between(before, date) if before and date else 0,
                past=not is_ahead,
                meeting=group[0].meeting,
                milestones=tuple(sorted(group, key=lambda each: each.tile.category)),
            )
        )
    return periods


def _is_ahead(date: str, state: str, as_of: str) -> bool:
    """Return whether a month or year is ahead of the day `as_of`.

    In the very month, or year, of that day only what is planned is ahead of it.
    """
    if date and as_of.startswith(date):
        return state == "planned"
    return date > as_of


def _make_anchor(date: str, is_ahead: bool, rank: int) -> str:
    ahead = "-ahead" if is_ahead else ""
    return f"at-{date or 'undated'}{ahead}{f'-m{rank + 1}' if rank >= 0 else ''}"


def count_months_between(before: str, after: str) -> int:
    """Return how many whole months are between two dates, each a month or a year."""
    last = before if len(before) == MONTH_LENGTH else f"{before}-12"
    first = after if len(after) == MONTH_LENGTH else f"{after}-01"
    months = [int(each[:4]) * 12 + int(each[5:]) for each in (last, first)]
    return max(0, months[1] - months[0] - 1)
