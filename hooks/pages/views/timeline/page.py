"""The timeline: the milestones of all entries by date, by category and by meeting.

With very many milestones their lists are on pages of their own, a year or a month each; the drawing
and the meetings stay together.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial

from msgspec.structs import replace

from pages.parts import PartLink, make_head
from pages.views.timeline.chart import lay_out_chart
from pages.views.timeline.folding import find_part, list_parts, split_part
from pages.views.timeline.milestones import (
    MONTH_LENGTH,
    MeetingLabel,
    TimelineMilestone,
    TimelinePeriod,
    gather_periods,
    list_milestones,
)
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page, Whole
from website.text.dates import format_partial_date


def list_timeline_pages(site: LocalizedSite, most: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the timeline, and of its parts if it has more than `most`."""
    places = [
        ((milestone.date or "")[:MONTH_LENGTH], entry.category)
        for entry in site.register.initiatives
        for milestone in entry.milestones
    ]
    parts = list_parts(places, most, list(site.register.vocabulary.categories))
    yield urls.TIMELINE, partial(_render_timeline, site, parts)

    # The links to entries are the same in all parts that are as many folders deep.
    @cache
    def gather(depth: int) -> dict[str, list[TimelinePeriod]]:
        path = next(each for each in map(urls.timeline_part, parts) if each.count("/") == depth)
        return _split(site, gather_periods(site, list_milestones(site, path)), parts)

    for part in parts:
        yield urls.timeline_part(part), partial(_render_part, site, gather, part)


def _render_timeline(site: LocalizedSite, parts: tuple[str, ...]) -> Page:
    path = urls.TIMELINE
    milestones = list_milestones(site, path)
    periods = gather_periods(site, milestones)
    names = site.category_names
    states = [milestone.view.state for _, milestone in milestones]
    as_of = site.date(site.register.publication.as_of)

    def link_page(date: str, category: int) -> str:
        key = list(site.register.vocabulary.categories)[category - 1]
        return site.link(path, urls.timeline_part(find_part(parts, date, key))) if parts else ""

    return site.render_page(
        "views/timeline/timeline.html",
        path,
        chart=lay_out_chart(
            periods, names, site.words("undated-short"), as_of, site.language, link_page
        ),
        parts=_link_parts(site, path, _split(site, periods, parts)) if parts else [],
        periods=periods,
        lanes=names,
        meetings=_by_meeting(periods),
        count=len(milestones),
        done=states.count("done"),
        planned=states.count("planned"),
        as_of=as_of,
    )


def _render_part(
    site: LocalizedSite, gather: Callable[[int], dict[str, list[TimelinePeriod]]], part: str
) -> Page:
    path = urls.timeline_part(part)
    split = gather(path.count("/"))
    whole = Whole(path=urls.TIMELINE, title=site.words("timeline"))
    nth = list(split).index(part)
    periods = split[part]
    page = site.render_page(
        "views/timeline/timeline_part.html",
        path,
        head=make_head(site, whole.title, _link_parts(site, path, split), nth),
        count=sum(len(period.milestones) for period in periods),
        periods=periods,
        lanes=site.category_names,
        meetings=site.link(path, urls.TIMELINE),
        as_of=site.date(site.register.publication.as_of),
    )
    return replace(page, whole=whole)


def _split(
    site: LocalizedSite, periods: list[TimelinePeriod], parts: tuple[str, ...]
) -> dict[str, list[TimelinePeriod]]:
    """Return the periods of each of `parts`, in the order of these."""
    keys = list(site.register.vocabulary.categories)
    split: dict[str, list[TimelinePeriod]] = {part: [] for part in parts}
    for period in periods:
        held: dict[str, list[TimelineMilestone]] = {}
        for milestone in period.milestones:
            part = find_part(parts, period.date, keys[milestone.tile.category - 1])
            held.setdefault(part, []).append(milestone)
        for part, milestones in held.items():
            split[part].append(replace(period, milestones=tuple(milestones)))
    return split


def _link_parts(
    site: LocalizedSite, path: str, split: dict[str, list[TimelinePeriod]]
) -> list[PartLink]:
    """Return the links from the page at `path` to the parts of the timeline."""
    return [
        PartLink(
            title=_name_part(site, part),
            link=site.link(path, urls.timeline_part(part)),
            count=site.words(
                "milestone-count", count=sum(len(period.milestones) for period in periods)
            ),
            holds=tuple(_list_anchors(periods)),
        )
        for part, periods in split.items()
    ]


def _name_part(site: LocalizedSite, part: str) -> str:
    date, key = split_part(part)
    name = format_partial_date(date, site.language) if date else site.words("undated-milestones")
    if not key:
        return name
    category = site.register.vocabulary.categories[key]
    return f"{name}{site.words('colon')} {site.say(category.short)}"


def _list_anchors(periods: Iterable[TimelinePeriod]) -> Iterator[str]:
    """Yield the anchors of `periods` and of their milestones."""
    for period in periods:
        yield period.anchor
        yield from (milestone.anchor for milestone in period.milestones)


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
