"""Feeds: the entries of each dated list (Atom), and the milestones as a calendar (iCalendar)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from website import urls
from website.localized_site import LocalizedSite


@dataclass(frozen=True, kw_only=True)
class FeedItem:
    """An item of the feed of changes."""

    # A permanent URL.
    id: str
    title: str
    summary: str
    link: str
    # In the form of RFC 3339.
    updated: str


def list_feed_items(site: LocalizedSite, site_url: str) -> list[FeedItem]:
    """Return an item per dated list and per entry in it, the newest list first."""
    root = site_url.rstrip("/")
    items = []
    for edition in site.register.editions:
        updated = f"{first_day(edition.date).isoformat()}T00:00:00Z"
        items.append(
            FeedItem(
                id=f"{root}/#edition-{edition.id}",
                title=site.say(edition.name),
                summary=site.say(edition.note) if edition.note else site.say(edition.name),
                link=urls.hosted(site_url, site.language, urls.CHANGES),
                updated=updated,
            )
        )
        for entry in site.register.initiatives:
            place = entry.lists.get(edition.id)
            if place is None:
                continue
            items.append(
                FeedItem(
                    id=f"{root}/#edition-{edition.id}-{entry.id}",
                    title=site.title(entry),
                    summary=site.words(
                        "feed-summary",
                        list=site.say(edition.name),
                        number=place.number,
                        name=place.name,
                    ),
                    link=urls.hosted(site_url, site.language, urls.initiative(entry.id)),
                    updated=updated,
                )
            )
    return items


def to_atom(site: LocalizedSite, site_url: str) -> str:
    """Return the feed of changes of a language, as Atom."""
    items = list_feed_items(site, site_url)
    root = site_url.rstrip("/")
    return site.render(
        "feed.xml",
        urls.HOME,
        items=items,
        updated=max(item.updated for item in items),
        home=urls.hosted(site_url, site.language, urls.HOME),
        self_url=f"{root}/{site.language}/changes.xml",
        feed_id=f"{root}/{site.language}/#changes",
    )


def first_day(value: str) -> date:
    """Return the first day of "2024", "2024-05" or "2024-05-13"."""
    year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return date(year, month, day)


def day_after(value: str) -> date:
    """Return the day after the last day of "2024", "2024-05" or "2024-05-13"."""
    first = first_day(value)
    if len(value) == 4:
        return date(first.year + 1, 1, 1)
    if len(value) == 7:
        return (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first + timedelta(days=1)


def to_calendar(site: LocalizedSite, site_url: str) -> str:
    """Return the dated milestones of a language as a calendar of whole days.

    A milestone whose date is a month or a year spans all of it.
    """
    from icalendar import Calendar, Event  # slow to load, and used here only

    host = site_url.rstrip("/").removeprefix("https://").removeprefix("http://")
    calendar = Calendar()
    calendar.add("prodid", f"-//{host}//milestones//{site.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", site.words("site-name"))
    stamp = datetime.combine(first_day(site.register.publication.as_of), datetime.min.time(), UTC)
    for entry in site.register.initiatives:
        for position, milestone in enumerate(entry.milestones, start=1):
            if milestone.date is None:
                continue
            event = Event()
            mark = milestone.meeting or str(position)
            event.add("uid", f"{entry.id}-{milestone.date}-{mark}@{host}")
            event.add("dtstamp", stamp)
            event.add("dtstart", first_day(milestone.date))
            event.add("dtend", day_after(milestone.end or milestone.date))
            state = site.words(f"milestone-{milestone.state}")
            event.add("summary", f"{site.title(entry)} – {site.say(milestone.text)} ({state})")
            url = urls.hosted(site_url, site.language, urls.initiative(entry.id))
            event.add("url", url)
            status = "CONFIRMED" if milestone.state == "done" else "TENTATIVE"
            event.add("status", status)
            calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))
