"""A page per value of each facet: phase, access level, body ... and the page that lists them."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby

from msgspec import Struct

from pages.parts import Division, link_parts
from pages.tables.entry_table import list_rows
from pages.tables.facet_sections import DividedSections, Section, divide_sections, list_sections
from pages.tables.table_pages import list_table_parts
from register.classification import AHEAD, NOT_STATED, ROLE_FACETS
from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page


class Value(Struct, frozen=True, kw_only=True):
    """A value of a facet in words: its name, the heading it is listed under, what it means."""

    label: str
    group: str = ""
    meaning: str = ""
    # On a body.
    note: str = ""


class Choice(Struct, frozen=True, kw_only=True):
    """A value of a facet: `link` leads to its page, `group` is the heading it is listed under."""

    id: str
    label: str
    count: int
    link: str
    group: str = ""


class Facet(Struct, frozen=True, kw_only=True):
    """A facet with its values."""

    id: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The values under each heading; one heading, empty, where the facet has none."""
        return [(name, list(part)) for name, part in groupby(self.choices, lambda c: c.group)]


def list_facets(site: LocalizedSite, path: str) -> list[Facet]:
    """Return every facet with its values, linked for the page at `path`."""
    return [
        Facet(
            id=facet,
            label=site.words(f"facet-{facet}"),
            choices=list_choices(site, path, facet),
        )
        for facet in site.facets
    ]


def list_choices(site: LocalizedSite, path: str, facet: str) -> tuple[Choice, ...]:
    """Return the values of a facet, linked for the page at `path`."""
    return tuple(
        Choice(
            id=value,
            label=described.label,
            count=len(entries),
            link=_link(site, path, facet, value),
            group=described.group,
        )
        for value, entries in site.facets[facet].items()
        for described in (describe_value(site, facet, value),)
    )


def describe_value(site: LocalizedSite, facet: str, value: str) -> Value:
    """Return what there is to say of a value of a facet."""
    say, words, vocabulary = site.say, site.words, site.register.vocabulary
    if facet == "category":
        return Value(label=say(vocabulary.categories[value].short))
    if facet in ("phase", "access"):
        term = (vocabulary.phases if facet == "phase" else vocabulary.access_levels)[value]
        return Value(label=say(term.label), meaning=say(term.note) if term.note else "")
    if facet == "milestones":
        date = site.date(site.register.publication.as_of)
        meaning = words("milestones-ahead-introduction", date=date)
        return Value(label=words("milestones-ahead", date=date), meaning=meaning)
    if facet == "listing":
        return Value(
            label=words(f"listing-{value}"), meaning=words(f"listing-{value}-introduction")
        )
    if value == NOT_STATED:
        return Value(label=words("not-stated"), meaning=words(f"{facet}-not-stated"))
    body = vocabulary.bodies[value]
    if facet in ROLE_FACETS:
        return Value(label=site.body_long(body))
    kind = say(vocabulary.body_kinds[body.kind].label)
    note = say(body.note) if body.note else ""
    return Value(label=site.body_long(body), group=kind, meaning=kind, note=note)


def _link(site: LocalizedSite, path: str, facet: str, value: str) -> str:
    link = site.link(path, urls.facet(facet, value))
    return f"{link}#{facet}" if facet in ROLE_FACETS and value != NOT_STATED else link


def list_facet_pages(site: LocalizedSite, most: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the list of facets, and of the page of each value.

    A page has at most `most` rows: a section that makes it longer has pages of its own.
    """
    vocabulary = site.register.vocabulary
    values: dict[str, Iterable[str]] = {
        "phase": vocabulary.phases,
        "access": vocabulary.access_levels,
        "body": vocabulary.bodies,
        "milestones": (AHEAD,),
        **{role: (NOT_STATED,) for role in ROLE_FACETS},
        "listing": site.facets.get("listing", ()),
    }
    yield urls.FACETS, partial(_render_list, site)
    for facet, keys in values.items():
        for key in keys:
            path = urls.facet(facet, key)
            divided = divide_sections(site, facet, key, _make_title(site, facet, key), most)
            yield path, partial(_render_value, site, facet, key, divided)
            for division in divided.values():
                yield from list_table_parts(site, division)


def _render_list(site: LocalizedSite) -> Page:
    facets = list_facets(site, urls.FACETS)
    return site.render_page("tables/facets.html", urls.FACETS, facets=facets)


def _make_title(site: LocalizedSite, facet: str, value: str) -> str:
    label = describe_value(site, facet, value).label
    # The name of a body is a title by itself; that of a phase or access level needs its facet.
    if facet in ("body", "milestones", "listing"):
        return label
    return f"{site.words(f'facet-{facet}')}{site.words('colon')} {label}"


def _render_value(site: LocalizedSite, facet: str, value: str, divided: DividedSections) -> Page:
    path = urls.facet(facet, value)
    entries = site.facets[facet].get(value, [])
    described = describe_value(site, facet, value)
    return site.render_page(
        "tables/facet.html",
        path,
        facet=facet,
        facet_label=site.words(f"facet-{facet}"),
        value=value,
        label=described.label,
        title=_make_title(site, facet, value),
        introduction=described.meaning,
        note=described.note,
        sections=[
            _describe_section(site, path, section, divided.get(section.id))
            for section in list_sections(site, facet, value)
        ],
        # There may be many bodies: their pages do not link to each other.
        siblings=list_choices(site, path, facet) if facet in ("phase", "access", "listing") else (),
        count=len(entries),
        left=site.count_left(entries) if facet != "listing" else 0,
    )


def _describe_section(
    site: LocalizedSite, path: str, section: Section, division: Division[Initiative] | None
) -> dict[str, object]:
    """Return the context of a section: a table or, if it is divided, links to its parts."""
    return {
        "id": section.id,
        "heading": section.heading,
        "count": len(section.entries),
        "rows": [] if division else list_rows(site, section.entries),
        "parts": link_parts(site, path, division),
    }
