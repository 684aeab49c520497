"""The page of one entry."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pages.entries.citation import cite
from pages.entries.edition_differences import compare_lists
from register.classification import EXPECTED_ROLES, NOT_STATED, ROLE_FACETS
from register.model import Bilingual, Initiative, Milestone
from register.register import Tie
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page
from website.prose import shorten

TEMPLATE = "entries/entry_page.html"


@dataclass(frozen=True, kw_only=True)
class FactValue:
    """One value of a fact.

    `note` stands below it, `more` is folded away; `stated` is false for "not stated", `doubt`
    marks what the source doubts.
    """

    text: str
    link: str = ""
    note: str = ""
    more: str = ""
    stated: bool = True
    doubt: bool = False


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A row of the facts panel; `key` names it for programs."""

    key: str
    label: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True, kw_only=True)
class MilestoneRow:
    """A milestone in the words of a language; `iso` is its date for machines.

    `meeting_anchor` is the place of its meeting on the page of the timeline.
    """

    iso: str
    date: str
    state: str
    text: str
    meeting: str
    meeting_anchor: str
    date_note: str


def render_initiative(site: LocalizedSite, entry: Initiative) -> Page:
    """Return the page of `entry`."""
    return site.render_page(TEMPLATE, urls.initiative(entry.id), **describe_initiative(site, entry))


def describe_initiative(site: LocalizedSite, entry: Initiative) -> dict[str, Any]:
    """Return the context of the templates that show `entry` whole."""
    path = urls.initiative(entry.id)
    register = site.register
    return {
        "anchor": "",
        "level": 1,
        "entry": entry,
        "title": site.title(entry),
        "summary": shorten(site.say(entry.objective)),
        "category": site.category(entry),
        "category_path": urls.category(entry.category),
        "facts": list_facts(site, entry, path),
        "milestones": list_milestones(site, entry),
        "ties": group_ties(site, register.ties(entry)),
        "differences": compare_lists(entry, register.editions),
        "source_reference": refer_to_source(site, entry),
        "as_of": site.date(register.publication.as_of),
        "citation": cite(site, entry),
        "data": {
            suffix: site.links.to_file(
                f"{site.language}/{path}", f"{site.language}/{path}.{suffix}"
            )
            for suffix in ("json", "yaml")
        },
    }


def list_facts(site: LocalizedSite, entry: Initiative, path: str) -> list[Fact]:
    """Return the rows of the facts panel of `entry`."""
    words, vocabulary = site.words, site.register.vocabulary
    category_link = site.link(path, urls.category(entry.category))
    facts = [
        Fact(
            key="category",
            label=words("category"),
            values=(FactValue(text=site.say(site.category(entry).short), link=category_link),),
        ),
        Fact(
            key="phase",
            label=words("phase"),
            values=tuple(
                FactValue(
                    text=site.say(vocabulary.phases[phase].label),
                    link=site.link(path, urls.facet("phase", phase)),
                    stated=phase != NOT_STATED,
                )
                for phase in (entry.status.phase, *entry.status.also)
            ),
        ),
    ]
    facts += _role_facts(site, entry, path)
    access = entry.access
    for label, table, value, note in (
        ("access", vocabulary.access_levels, access.level, access.note),
        ("data-holder", vocabulary.data_holders, access.data_holder, None),
        ("sharing", vocabulary.sharing, access.sharing, None),
    ):
        text = FactValue(
            text=site.say(table[value].label),
            link=site.link(path, urls.facet(label, value)) if label == "access" else "",
            stated=value != NOT_STATED,
            note=_say(site, note),
        )
        facts.append(Fact(key=label, label=words(label), values=(text,)))
    numbers = tuple(
        FactValue(text=site.list_number(edition, place))
        for edition, place in site.register.places(entry)
    )
    facts.append(Fact(key="numbers", label=words("numbers"), values=numbers))
    english = "official" if entry.english_name == "official" else "working"
    text = FactValue(text=words(f"english-name-{english}"), note=entry.name.en)
    facts.append(Fact(key="english-name", label=words("english-name"), values=(text,)))
    return facts


def _role_facts(site: LocalizedSite, entry: Initiative, path: str) -> list[Fact]:
    facts = []
    vocabulary = site.register.vocabulary
    for role, term in vocabulary.roles.items():
        values = tuple(
            FactValue(
                text=site.body_long(vocabulary.bodies[actor.body]),
                link=site.link(path, urls.facet("body", actor.body)),
                note=_say(site, actor.note),
                more=_say(site, vocabulary.bodies[actor.body].note),
                doubt=not actor.confirmed,
            )
            for actor in entry.actors
            if actor.role == role
        )
        if not values and role in EXPECTED_ROLES:
            link = site.link(path, urls.facet(role, NOT_STATED)) if role in ROLE_FACETS else ""
            values = (FactValue(text=site.words("not-stated"), link=link, stated=False),)
        if values:
            facts.append(Fact(key=role, label=site.say(term.label), values=values))
    return facts


def list_milestones(site: LocalizedSite, entry: Initiative) -> list[MilestoneRow]:
    """Return the milestones of `entry`, in their order in the register."""
    return [describe_milestone(site, milestone) for milestone in entry.milestones]


def describe_milestone(site: LocalizedSite, milestone: Milestone) -> MilestoneRow:
    """Return a milestone in the words of a language."""
    meeting = ""
    if milestone.meeting is not None:
        found = site.register.vocabulary.meetings[milestone.meeting]
        body = site.register.vocabulary.bodies[found.body]
        meeting = f"{site.body_long(body)}, {site.say(found.name)}"
    return MilestoneRow(
        iso=milestone.date or "",
        date=site.span(milestone.date, milestone.end) if milestone.date else "",
        state=milestone.state,
        text=site.say(milestone.text),
        meeting=meeting,
        meeting_anchor=urls.meeting(milestone.meeting) if milestone.meeting else "",
        date_note=_say(site, milestone.date_note),
    )


def group_ties(site: LocalizedSite, ties: tuple[Tie, ...]) -> list[tuple[str, list[Tie]]]:
    """Return the ties of an entry under their headings."""
    labelled = [(site.say(tie.label), tie) for tie in ties]
    # Ties under one label stand together, in the order in which the labels first occur.
    order = list(dict.fromkeys(label for label, _ in labelled))
    labelled.sort(key=lambda pair: order.index(pair[0]))
    return [
        (label, [tie for _, tie in group])
        for label, group in groupby(labelled, key=lambda pair: pair[0])
    ]


def refer_to_source(site: LocalizedSite, entry: Initiative) -> str:
    """Return the sentence that names the lists, and the rows there, that an entry is drawn from."""
    places = [
        site.words("source-place", list=site.say(edition.name), number=place.number)
        for edition, place in site.register.places(entry)
    ]
    return site.words("source-reference", places=site.words("list-separator").join(places))


def _say(site: LocalizedSite, text: Bilingual | None) -> str:
    return site.say(text) if text is not None else ""
