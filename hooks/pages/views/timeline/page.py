"""The timeline: the milestones of all entries in the order of time, by category and by meeting."""

from pages.views.timeline.chart import lay_out_chart
from pages.views.timeline.milestones import MeetingLabel, Slot, Stop, gather_slots, list_stops
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page


def render_timeline(site: LocalizedSite) -> Page:
    """Return the timeline."""
    path = urls.TIMELINE
    stops = list_stops(site, path)
    slots = gather_slots(site, stops)
    names = [site.say(category.short) for category in site.register.vocabulary.categories.values()]
    as_of = site.register.publication.as_of
    states = [stop.state for _, stop in stops]
    return site.render_page(
        "views/timeline.html",
        path,
        chart=lay_out_chart(slots, names),
        slots=[slot for slot in slots if slot.period],
        undated=[slot for slot in slots if not slot.period],
        lanes=names,
        categories=_by_category(names, slots),
        meetings=_by_meeting(slots),
        count=len(stops),
        done=states.count("done"),
        planned=states.count("planned"),
        as_of=site.date(as_of),
    )


def _by_category(names: list[str], slots: list[Slot]) -> list[tuple[int, str, list[Stop]]]:
    """Return number and name of each category with its milestones in the order of time."""
    rows: list[list[Stop]] = [[] for _ in names]
    for slot in slots:
        for stop in slot.stops:
            rows[stop.tile.category - 1].append(stop)
    return [(number, name, rows[number - 1]) for number, name in enumerate(names, start=1)]


def _by_meeting(slots: list[Slot]) -> list[tuple[str, list[tuple[MeetingLabel, list[Stop]]]]]:
    """Return the bodies that meet, each with its meetings and their milestones."""
    bodies: dict[str, dict[str, tuple[MeetingLabel, list[Stop]]]] = {}
    for slot in slots:
        if slot.meeting is not None:
            meetings = bodies.setdefault(slot.meeting.body, {})
            meetings.setdefault(slot.meeting.anchor, (slot.meeting, []))[1].extend(slot.stops)
    return [(body, list(meetings.values())) for body, meetings in sorted(bodies.items())]
