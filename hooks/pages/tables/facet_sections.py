"""The sections of the page of a facet's value: of a body by role, of a phase by main or other."""

from collections.abc import Mapping

from msgspec import Struct

from pages.parts import Division, divide_page, find_too_long
from pages.tables.table_pages import divide_by_category
from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.page import Whole

# The section of a page that has but one.
ONLY = "initiatives"
# How each section that is too long for its page is divided, by the section's id.
DividedSections = Mapping[str, Division[Initiative]]


class Section(Struct, frozen=True, kw_only=True):
    """Some of the entries of a page, with a heading."""

    id: str
    heading: str
    entries: list[Initiative]


def list_sections(site: LocalizedSite, facet: str, value: str) -> list[Section]:
    """Return the sections that have entries."""
    entries = site.facets[facet].get(value, [])
    if facet == "body":
        by_role: dict[str, list[Initiative]] = {}
        for entry in entries:
            for role in {actor.role for actor in entry.actors if actor.body == value}:
                by_role.setdefault(role, []).append(entry)
        parts = [
            (role, site.say(term.label), by_role.get(role, []))
            for role, term in site.register.vocabulary.roles.items()
        ]
    elif facet == "phase":
        parts = [
            ("first", site.words("phase-first"), [e for e in entries if e.status.phase == value]),
            ("also", site.words("phase-also"), [e for e in entries if e.status.phase != value]),
        ]
    else:
        parts = [(ONLY, site.words("initiatives"), entries)]
    return [
        Section(id=key, heading=heading, entries=found) for key, heading, found in parts if found
    ]


def divide_sections(
    site: LocalizedSite, facet: str, value: str, title: str, most: int
) -> DividedSections:
    """Return the parts of the sections that do not fit on a page of `most` rows.

    `title` is that of the page.
    """
    roles = len(site.register.vocabulary.roles) if facet == "body" else 1
    # An entry is a row for each role: without more of them, there is nothing to look at.
    if len(site.facets[facet].get(value, ())) * roles <= most:
        return {}
    path = urls.facet(facet, value)
    sections = list_sections(site, facet, value)
    too_long = find_too_long([len(section.entries) for section in sections], most)
    return {
        section.id: _divide(site, Whole(path=path, title=title), section, most)
        for section in (sections[place] for place in sorted(too_long))
    }


def _divide(site: LocalizedSite, whole: Whole, section: Section, most: int) -> Division[Initiative]:
    parts = divide_by_category(site, section.entries, most)
    if section.id == ONLY:
        return divide_page(whole.path, whole.title, parts)
    return Division(
        whole=whole,
        folder=urls.part(whole.path, section.id),
        title=f"{whole.title}{site.words('note-separator')}{section.heading}",
        parts=parts,
    )
