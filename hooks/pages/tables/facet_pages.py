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
            label=label_value(site, facet, value),
            count=len(entries),
            link=_link(site, path, facet, value),
            group=_group(site, facet, value),
        )
        for value, entries in site.facets[facet].items()
    )


def label_value(site: LocalizedSite, facet: str, value: str) -> str:
    """Return the name of a value of a facet."""
    vocabulary = site.register.vocabulary
    if facet == "category":
        return site.say(vocabulary.categories[value].short)
    if facet == "phase":
        return site.say(vocabulary.phases[value].label)
    if facet == "access":
        return site.say(vocabulary.access_levels[value].label)
    if facet == "milestones":
        return site.words("milestones-ahead", date=site.date(site.register.publication.as_of))
    if facet == "listing":
        return site.words(f"listing-{value}")
    if facet in ROLE_FACETS and value == NOT_STATED:
        return site.words("not-stated")
    return site.body_long(vocabulary.bodies[value])


def _group(site: LocalizedSite, facet: str, value: str) -> str:
    vocabulary = site.register.vocabulary
    if facet != "body":
        return ""
    return site.say(vocabulary.body_kinds[vocabulary.bodies[value].kind].label)


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
    label = label_value(site, facet, value)
    # The name of a body is a title by itself; that of a phase or access level needs its facet.
    if facet in ("body", "milestones", "listing"):
        return label
    return f"{site.words(f'facet-{facet}')}{site.words('colon')} {label}"


def _render_value(site: LocalizedSite, facet: str, value: str, divided: DividedSections) -> Page:
    path = urls.facet(facet, value)
    entries = site.facets[facet].get(value, [])
    return site.render_page(
        "tables/facet.html",
        path,
        facet=facet,
        facet_label=site.words(f"facet-{facet}"),
        value=value,
        label=label_value(site, facet, value),
        title=_make_title(site, facet, value),
        introduction=_introduce(site, facet, value),
        note=_note(site, facet, value),
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


def _introduce(site: LocalizedSite, facet: str, value: str) -> str:
    """Return what the value means."""
    vocabulary = site.register.vocabulary
    if facet == "body":
        return site.say(vocabulary.body_kinds[vocabulary.bodies[value].kind].label)
    if facet in ROLE_FACETS:
        return site.words(f"{facet}-not-stated")
    if facet == "milestones" and value == AHEAD:
        return site.words(
            "milestones-ahead-introduction", date=site.date(site.register.publication.as_of)
        )
    if facet == "listing":
        return site.words(f"listing-{value}-introduction")
    term = (vocabulary.phases if facet == "phase" else vocabulary.access_levels)[value]
    return site.say(term.note) if term.note else ""


def _note(site: LocalizedSite, facet: str, value: str) -> str:
    """Return the note on a body, empty for the values of other facets."""
    if facet != "body":
        return ""
    note = site.register.vocabulary.bodies[value].note
    return site.say(note) if note else ""
