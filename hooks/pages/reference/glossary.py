"""The glossary: every acronym and term in both languages, with the entries that use it."""

import unicodedata
from dataclasses import dataclass
from itertools import groupby

from register.model import GlossaryForm, Initiative
from website import urls
from website.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.prose import Acronyms

# A term that more entries use gets their number per category in place of a tile per entry.
MOST_TILES = 60
OTHER = "#"


@dataclass(frozen=True, kw_only=True)
class CategoryUse:
    """How many entries of a category use a term."""

    name: str
    link: str
    count: int


@dataclass(frozen=True, kw_only=True)
class TermRow:
    """A term: its form in the page's language and in the other one, and who uses it.

    `count` entries use it; `tiles` are theirs or, if they are too many, `uses` counts them.
    """

    id: str
    here: GlossaryForm
    there: GlossaryForm
    note: str
    count: int
    tiles: tuple[EntryTile, ...]
    uses: tuple[CategoryUse, ...]


def render_glossary(site: LocalizedSite) -> str:
    """Return the Markdown source of the glossary."""
    path = urls.GLOSSARY
    terms = list_terms(site, path)
    return site.render(
        "reference/glossary.html",
        path,
        letters=[(key, list(group)) for key, group in groupby(terms, _letter)],
        count=len(terms),
    )


def list_terms(site: LocalizedSite, path: str) -> list[TermRow]:
    """Return the rows of the glossary for the page at `path`, in alphabetical order."""
    users = find_users(site)
    tiles = make_tiles(site, path)
    rows = []
    for term in site.register.glossary:
        entries = users.get(term.id, [])
        few = len(entries) <= MOST_TILES
        rows.append(
            TermRow(
                id=term.id,
                here=term[site.language],
                there=term[site.other],
                note=site.say(term.note) if term.note else "",
                count=len(entries),
                tiles=tuple(tiles[entry.id] for entry in entries) if few else (),
                uses=() if few else _count_by_category(site, path, entries),
            )
        )
    return sorted(rows, key=lambda row: (_letter(row), _fold(row.here.short)))


def find_users(site: LocalizedSite) -> dict[str, list[Initiative]]:
    """Return, by the id of each term, the entries whose texts use it in the site's language."""
    finder = Acronyms(site.register.glossary, site.language, unexplained=True)
    users: dict[str, list[Initiative]] = {}
    for entry in site.register.initiatives:
        for term in sorted(finder.terms("\n".join(_texts(site, entry)))):
            users.setdefault(term, []).append(entry)
    return users


def _texts(site: LocalizedSite, entry: Initiative) -> list[str]:
    """Return all that an entry says in the site's language."""
    bodies = site.register.vocabulary.bodies
    parts = [entry.name, entry.objective, entry.description, entry.status.text, *entry.notes]
    parts += [text for part in entry.components for text in (part.name, part.text)]
    parts += [milestone.text for milestone in entry.milestones]
    parts += [bodies[actor.body].name for actor in entry.actors]
    return [site.say(text) for text in parts]


def _count_by_category(
    site: LocalizedSite, path: str, entries: list[Initiative]
) -> tuple[CategoryUse, ...]:
    counts = {key: 0 for key in site.register.vocabulary.categories}
    for entry in entries:
        counts[entry.category] += 1
    return tuple(
        CategoryUse(
            name=site.say(site.register.vocabulary.categories[key].short),
            link=site.link(path, urls.category(key)),
            count=count,
        )
        for key, count in counts.items()
        if count
    )


def _fold(text: str) -> str:
    """Return `text` as it is sorted: without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _letter(row: TermRow) -> str:
    """Return the letter under which a term stands."""
    first = _fold(row.here.short)[:1].upper()
    return first if first.isalpha() else OTHER
