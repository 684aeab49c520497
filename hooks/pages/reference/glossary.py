"""The rows of the glossary: each acronym and term in both languages, with those who use it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import Struct

from register.editing.review_texts import list_review_texts
from register.model import GlossaryTerm, Initiative
from website.entries.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.text.glossary_parts import sort_terms

# A term used by more entries gets counts per category instead of a tile per entry; so do those
# with most entries where all terms together had more tiles (0.3 kB each).
MOST_TILES = 60
MOST_TILES_IN_ALL = 1200


class TermRow(Struct, frozen=True, kw_only=True):
    """A term, and who uses it.

    `count` entries do. They have `tiles` or, if there are too many, are counted by category.
    """

    term: GlossaryTerm
    count: int
    tiles: tuple[EntryTile, ...]
    uses: Mapping[str, int]


def list_terms(
    site: LocalizedSite, path: str, terms: Iterable[GlossaryTerm] | None = None
) -> list[TermRow]:
    """Return the rows of `terms` for the page at `path`; without them, of all in order."""
    users = site.share("users of terms", partial(find_users, site))
    most = find_most_tiles(map(len, users.values()))
    tiles = make_tiles(site, path)
    if terms is None:
        terms = sort_terms(site.register.glossary, site.language)
    return [_make_row(term, users.get(term.id, []), most, tiles) for term in terms]


def _make_row(
    term: GlossaryTerm, entries: list[Initiative], most: int, tiles: Mapping[str, EntryTile]
) -> TermRow:
    few = len(entries) <= most
    return TermRow(
        term=term,
        count=len(entries),
        tiles=tuple(tiles[entry.id] for entry in entries) if few else (),
        uses={} if few else Counter(entry.category for entry in entries),
    )


def find_most_tiles(counts: Iterable[int], most_in_all: int = MOST_TILES_IN_ALL) -> int:
    """Return how many tiles a term may have; `counts` says how many entries use each term."""
    most, room = 0, most_in_all
    for count, terms in sorted(Counter(counts).items()):
        room -= count * terms
        if count > MOST_TILES or room < 0:
            break
        most = count
    return most


def find_users(site: LocalizedSite) -> dict[str, list[Initiative]]:
    """Return, by the id of each term, the entries whose texts use it in the site's language."""
    users: dict[str, list[Initiative]] = {}
    for entry in site.register.initiatives:
        for term in sorted(site.glossary_finder.find_ids("\n".join(_texts(site, entry)))):
            users.setdefault(term, []).append(entry)
    return users


def _texts(site: LocalizedSite, entry: Initiative) -> list[str]:
    """Return all texts of an entry in the site's language, with the acronyms of its bodies."""
    vocabulary = site.register.vocabulary
    meetings = [vocabulary.meetings[each.meeting] for each in entry.milestones if each.meeting]
    bodies = [actor.body for actor in entry.actors] + [meeting.body for meeting in meetings]
    named = [vocabulary.bodies[body] for body in bodies]
    texts = [each.text for each in list_review_texts(entry)]
    texts += [text for body in named for text in (body.name, body.short) if text]
    texts += [meeting.name for meeting in meetings]
    return [site.say(text) for text in texts]
