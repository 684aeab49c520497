"""The register as two lists to print: the succinct one and the detailed one."""

from dataclasses import dataclass

from pages.entries.entry_page import MilestoneRow, list_milestones
from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page

SUCCINCT = "succinct"
DETAILED = "detailed"
KINDS = {SUCCINCT: urls.LIST_SUCCINCT, DETAILED: urls.LIST_DETAILED}


@dataclass(frozen=True, kw_only=True)
class ActorLine:
    """A role, and the bodies that have it, in the words of a language."""

    role: str
    bodies: str


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """An entry in a list, in the words of a language."""

    id: str
    number: int | None
    title: str
    link: str
    objective: str
    description: str
    parts: tuple[tuple[str, str, str], ...]
    actors: tuple[ActorLine, ...]
    access: str
    phases: tuple[str, ...]
    status: str
    milestones: tuple[MilestoneRow, ...]


@dataclass(frozen=True, kw_only=True)
class ListSection:
    """A category in a list."""

    id: str
    number: int
    name: str
    rows: tuple[ListRow, ...]


def render_list(site: LocalizedSite, kind: str) -> Page:
    """Return the page of the list `kind`."""
    path = KINDS[kind]
    pdf = urls.document(kind, site.language)
    return site.render_page(
        "lists/list.html",
        path,
        list_kind=kind,
        sections=list_sections(site, path, kind),
        count=len(site.register.initiatives),
        as_of=site.date(site.register.publication.as_of),
        pdf=site.links.to_file(f"{site.language}/{path}", pdf) if pdf in site.documents else "",
    )


def list_sections(site: LocalizedSite, path: str, kind: str) -> list[ListSection]:
    """Return the categories with their entries for the page at `path`.

    The succinct list is in the order of its numbers, the detailed one in that of the register.
    """
    sections = []
    for key, entries in site.register.by_category.items():
        rows = [_make_row(site, path, entry) for entry in entries]
        if kind == SUCCINCT:
            rows.sort(key=lambda row: row.number or 0)
        sections.append(
            ListSection(
                id=key,
                number=site.category_number(key),
                name=site.say(site.register.vocabulary.categories[key].name),
                rows=tuple(rows),
            )
        )
    return sections


def _make_row(site: LocalizedSite, path: str, entry: Initiative) -> ListRow:
    vocabulary = site.register.vocabulary
    phases = site.labels(vocabulary.phases)
    return ListRow(
        id=entry.id,
        number=site.number(entry),
        title=site.title(entry),
        link=site.link(path, urls.initiative(entry.id)),
        objective=site.say(entry.objective),
        description=site.say(entry.description),
        parts=tuple(
            (site.say(part.name), phases[part.phase], site.say(part.text))
            for part in entry.components
        ),
        actors=tuple(_list_actors(site, entry)),
        access=site.say(vocabulary.access_levels[entry.access.level].label),
        phases=tuple(phases[phase] for phase in (entry.status.phase, *entry.status.also)),
        status=site.say(entry.status.text),
        milestones=tuple(list_milestones(site, entry)),
    )


def _list_actors(site: LocalizedSite, entry: Initiative) -> list[ActorLine]:
    vocabulary = site.register.vocabulary
    doubt = site.words("unconfirmed")
    lines = []
    for role, term in vocabulary.roles.items():
        names = [
            site.body_long(vocabulary.bodies[actor.body])
            + ("" if actor.confirmed else f" ({doubt})")
            for actor in entry.actors
            if actor.role == role
        ]
        if names:
            bodies = site.words("list-separator").join(names)
            lines.append(ActorLine(role=site.say(term.label), bodies=bodies))
    return lines
