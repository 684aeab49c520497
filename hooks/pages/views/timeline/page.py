"""The timeline: the milestones of all entries by date, by category and by meeting."""

from pages.views.timeline.chart import lay_out_chart
from pages.views.timeline.milestones import (
    MeetingLabel,
    TimelineMilestone,
    TimelinePeriod,
    gather_periods,
    list_milestones,
)
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page


def render_timeline(site: LocalizedSite) -> Page:
    """Return the timeline."""
    path = urls.TIMELINE
    milestones = list_milestones(site, path)
    periods = gather_periods(site, milestones)
    names = [site.say(category.short) for category in site.register.vocabulary.categories.values()]
    as_of = site.register.publication.as_of
    states = [milestone.state for _, milestone in milestones]
    return site.render_page(
        "views/timeline/timeline.html",
        path,
        chart=lay_out_chart(
            periods, names, site.words("undated-short"), site.date(as_of), site.language
        ),
        periods=[period for period in periods if period.date],
        undated=[period for period in periods if not period.date],
        lanes=names,
        categories=_by_category(names, periods),
        meetings=_by_meeting(periods),
        count=len(milestones),
        done=states.count("done"),
        planned=states.count("planned"),
        as_of=site.date(as_of),
    )


def _by_category(
    names: list[str], periods: list[TimelinePeriod]
) -> list[tuple[int, str, list[TimelineMilestone]]]:
    """Return number and name of each category with its milestones in chronological order."""
    rows: list[list[TimelineMilestone]] = [[] for _ in names]
    for period in periods:
        for milestone in period.milestones:
            rows[milestone.tile.category - 1].append(milestone)
    return [(number, name, rows[number - 1]) for number, name in enumerate(names, start=1)]


def _by_meeting(
    periods: list[TimelinePeriod],
) -> list[tuple[str, list[tuple[MeetingLabel, list[TimelineMilestone]]]]]:
    """Return the bodies that meet, each with its meetings and their milestones."""
    bodies: dict[str, dict[str, tuple[MeetingLabel, list[TimelineMilestone]]]] = {}
    for period in periods:
        if period.meeting is not None:
            meetings = bodies.setdefault(period.meeting.body, {})
            meetings.setdefault(period.meeting.anchor, (period.meeting, []))[1].extend(
                period.milestones
            )
    return [(body, list(meetings.values())) for body, meetings in sorted(bodies.items())]
