"""A page per value of each facet: phase, access level, body ... and the page that lists them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pages import addresses
from pages.indexes import EntryRow, list_rows
from pages.language_site import LanguageSite
from register.facets import AHEAD, FACETS, NOT_STATED, ROLE_FACETS
from register.model import Initiative

# Facets whose values have pages of their own here: those of categories are in pages/indexes.py,
# and a body has one page, whatever its role.
PAGED = ("phase", "access", "body", "milestones")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A value of a facet: `link` leads to its page, `group` is the heading it stands under."""

    id: str
    label: str
    count: int
    link: str
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A facet with its values; `groups` gives them by heading, where there are headings."""

    id: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """The values under each heading; one heading, empty, where the facet has none."""
        return [(name, list(part)) for name, part in groupby(self.choices, lambda c: c.group)]


@dataclass(frozen=True, kw_only=True)
class Section:
    """Some of the entries of a page, under a heading of their own."""

    id: str
    heading: str
    rows: tuple[EntryRow, ...]


def list_facets(site: LanguageSite, path: str) -> list[Facet]:
    """Return every facet with its values, linked for the page at `path`."""
    return [
        Facet(
            id=facet,
            label=site.words(f"facet-{facet}"),
            choices=tuple(
                Choice(
                    id=value,
                    label=label_value(site, facet, value),
                    count=len(entries),
                    link=_link(site, path, facet, value),
                    group=_group(site, facet, value),
                )
                for value, entries in site.facets[facet].items()
            ),
        )
        for facet in FACETS
    ]


def label_value(site: LanguageSite, facet: str, value: str) -> str:
    """Return the name of a value of a facet."""
    vocabulary = site.register.vocabulary
    if facet == "category":
        return site.say(vocabulary.categories[value].short)
    if facet == "phase":
        return site.say(vocabulary.phases[value].label)
    if facet == "access":
        return site.say(vocabulary.access_levels[value].label)
    if facet == "milestones":
        return site.words("milestones-ahead")
    if facet in ROLE_FACETS and value == NOT_STATED:
        return site.words("not-stated")
    return site.body_long(vocabulary.bodies[value])


def _group(site: LanguageSite, facet: str, value: str) -> str:
    vocabulary = site.register.vocabulary
    if facet != "body":
        return ""
    return site.say(vocabulary.body_kinds[vocabulary.bodies[value].kind].label)


def _link(site: LanguageSite, path: str, facet: str, value: str) -> str:
    link = site.link(path, addresses.facet(facet, value))
    return f"{link}#{facet}" if facet in ROLE_FACETS and value != NOT_STATED else link


def render_facets(site: LanguageSite) -> Iterator[tuple[str, str]]:
    """Yield path and Markdown source of the list of facets, and of the page of each value."""
    facets = [facet for facet in list_facets(site, addresses.FACETS)]
    yield addresses.FACETS, site.render("facets.md", addresses.FACETS, facets=facets)
    # The pages of values all stand at the same depth, so that a row is the same on each.
    anywhere = addresses.facet("phase", NOT_STATED)
    entries = site.register.initiatives
    rows = dict(
        zip((entry.id for entry in entries), list_rows(site, anywhere, entries), strict=True)
    )
    choices = {facet.id: facet.choices for facet in list_facets(site, anywhere)}
    for facet in FACETS:
        for value, found in site.facets[facet].items():
            if facet in PAGED or (facet in ROLE_FACETS and value == NOT_STATED):
                siblings = choices[facet] if facet in ("phase", "access") else ()
                sections = _list_sections(site, facet, value, found, rows)
                yield _render_value(site, facet, value, len(found), sections, siblings)


def _render_value(
    site: LanguageSite,
    facet: str,
    value: str,
    count: int,
    sections: list[Section],
    siblings: tuple[Choice, ...],
) -> tuple[str, str]:
    path = addresses.facet(facet, value)
    label = label_value(site, facet, value)
    facet_label = site.words(f"facet-{facet}")
    # A body's name says what it is; that of a phase or of an access level does not.
    title = label if facet in ("body", "milestones") else facet_label + site.words("colon")
    title = title if title == label else f"{title} {label}"
    page = site.render(
        "facet.md",
        path,
        facet=facet,
        facet_label=facet_label,
        value=value,
        label=label,
        title=title,
        introduction=_introduce(site, facet, value),
        note=_note(site, facet, value),
        sections=sections,
        siblings=siblings,
        count=count,
    )
    return path, page


def _list_sections(
    site: LanguageSite,
    facet: str,
    value: str,
    entries: list[Initiative],
    rows: dict[str, EntryRow],
) -> list[Section]:
    """Return the sections of the page of a value: by role for a body, by rank for a phase."""
    if facet == "body":
        parts = [
            (
                role,
                site.say(term.label),
                [e for e in entries if any(a.body == value and a.role == role for a in e.actors)],
            )
            for role, term in site.register.vocabulary.roles.items()
        ]
    elif facet == "phase":
        parts = [
            ("first", site.words("phase-first"), [e for e in entries if e.status.phase == value]),
            ("also", site.words("phase-also"), [e for e in entries if e.status.phase != value]),
        ]
    else:
        parts = [("initiatives", site.words("initiatives"), entries)]
    return [
        Section(id=key, heading=heading, rows=tuple(rows[entry.id] for entry in found))
        for key, heading, found in parts
        if found
    ]


def _introduce(site: LanguageSite, facet: str, value: str) -> str:
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
    term = (vocabulary.phases if facet == "phase" else vocabulary.access_levels)[value]
    return site.say(term.note) if term.note else ""


def _note(site: LanguageSite, facet: str, value: str) -> str:
    """Return what is to be known of the name of a body."""
    if facet != "body":
        return ""
    note = site.register.vocabulary.bodies[value].note
    return site.say(note) if note else ""
