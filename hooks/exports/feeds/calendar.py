"""The dated milestones as a calendar (iCalendar)."""

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from exports.identity import make_uuid, register_id
from register.model import Initiative, Milestone
from website import urls
from website.localized_site import LocalizedSite
from website.text.dates import day_after, first_day

if TYPE_CHECKING:
    from icalendar import Event


def to_calendar(site: LocalizedSite, site_url: str) -> str:
    """Return the dated milestones of a language as a calendar of whole days.

    A milestone known to the month or the year takes the whole of it.
    """
    from icalendar import Calendar  # slow to load, and of no use elsewhere

    publication = site.register.publication
    calendar = Calendar()
    language = site.language.upper()
    calendar.add("prodid", f"-//{register_id(publication)}//milestones//{language}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", site.words("site-name"))
    for entry in site.register.initiatives:
        page = urls.hosted(site_url, site.language, urls.initiative(entry.id))
        uids = _make_uids(site, entry)
        for milestone, uid in zip(entry.milestones, uids, strict=True):
            if milestone.date is not None:
                event = _make_event(site, entry, milestone, milestone.date)
                event.add("uid", uid)
                if site_url:
                    event.add("url", page)
                calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _make_uids(site: LocalizedSite, entry: Initiative) -> list[str]:
    """Return an id for each milestone of `entry`, by what it is rather than by when.

    So it stays the same when its date moves or others are added. Of several that are the same but
    for their dates, those after the first are counted.
    """
    seen: Counter[tuple[str, str]] = Counter()
    uids = []
    for milestone in entry.milestones:
        # French is the language of the source: a corrected translation is the same event.
        what = (milestone.meeting or "", milestone.text.fr)
        seen[what] += 1
        parts = (site.language, "milestone", entry.id, *what, str(seen[what]))
        uids.append(make_uuid(site.register.publication, *parts))
    return uids


def _make_event(site: LocalizedSite, entry: Initiative, milestone: Milestone, date: str) -> "Event":
    """Return the event of a `milestone` that begins at `date`."""
    from icalendar import Event

    event = Event()
    as_of = first_day(site.register.publication.as_of)
    event.add("dtstamp", datetime.combine(as_of, datetime.min.time(), UTC))
    event.add("dtstart", first_day(date))
    event.add("dtend", day_after(milestone.end or date))
    state = site.words(f"milestone-{milestone.state}")
    event.add("summary", f"{site.title(entry)} – {site.say(milestone.text)} ({state})")
    event.add("status", "CONFIRMED" if milestone.state == "done" else "TENTATIVE")
    # It keeps no one from a meeting; Outlook reads its own field.
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event
