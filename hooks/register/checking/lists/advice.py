"""What may be wrong with the dated lists: lost rows, exchanged names, dates that do not fit."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from itertools import pairwise

from register.checking.problems import FieldPath, Finding, Findings
from register.field_types import is_before
from register.lists.editions import pair_editions, sort_editions, spread_entries
from register.messages import say
from register.model import Edition, Entries, Initiative
from register.publication import Publication
from register.reading.parse import REMEMBERED

# So many gaps are named.
_NAMED = 5
# How alike, from 0 to 1, a name is at least to that of another entry, to be taken for it.
_ALIKE = 0.6


def warn_gaps(editions: Sequence[Edition], initiatives: Entries) -> Findings:
    """A list has rows, and their numbers run from 1 without a gap."""
    entries = spread_entries(initiatives.values(), editions)
    for index, edition in enumerate(editions):
        numbers = sorted(e.lists[edition.id].number for e in entries if edition.id in e.lists)
        missing = [
            (before + 1, after - 1)
            for before, after in pairwise([0, *numbers])
            if after > before + 1
        ]
        if not numbers:
            yield Finding((index, "id"), say("list-empty"))
        elif missing:
            named = tuple(f"{a}" if a == b else f"{a}–{b}" for a, b in missing[:_NAMED])
            more = ("…",) if len(missing) > _NAMED else ()
            message = say("list-gaps", last=numbers[-1], numbers=(*named, *more))
            yield Finding((index, "id"), message)


def warn_few(editions: Sequence[Edition], initiatives: Entries) -> Findings:
    """A list has at least half as many rows as the one that it is compared with."""
    entries = spread_entries(initiatives.values(), editions)
    places = {edition.id: n for n, edition in enumerate(editions)}
    rows = Counter(edition for entry in entries for edition in entry.lists)
    for newer, older in pair_editions(sort_editions(editions)):
        count = rows[newer.id]
        if 0 < 2 * count < rows[older.id]:
            message = say("list-few", count=count, list=older.id, before=rows[older.id])
            yield Finding((places[newer.id], "id"), message)


def warn_swapped(editions: Sequence[Edition], initiatives: Entries) -> Findings:
    """The name of an entry in a list is not that of another one in the list before it."""
    entries = spread_entries(initiatives.values(), editions)
    places = {edition.id: n for n, edition in enumerate(editions)}
    for newer, older in pair_editions(sort_editions(editions)):
        for entry, other in _find_swapped(entries, newer.id, older.id):
            where: FieldPath = (places[newer.id], "id")
            if entry.id in newer.entries:
                where = (places[newer.id], "entries", entry.id)
            message = say(
                "list-swapped",
                id=entry.id,
                name=entry.lists[newer.id].name,
                other=other.id,
                earlier=other.lists[older.id].name,
                list=older.id,
            )
            yield Finding(where, message)


def _find_swapped(
    entries: Sequence[Initiative], newer: str, older: str
) -> Iterator[tuple[Initiative, Initiative]]:
    """Yield the entries of `newer` whose name is nearer to that of another one in `older`.

    They are not yielded if the other one has a name as near to its own earlier one.
    """
    # Of entries with one name, any will do: to take its name again is no exchange.
    owners = {e.lists[older].name: e for e in entries if older in e.lists}
    by_word: dict[str, set[str]] = {}
    for each in owners:
        for word in each.casefold().split():
            by_word.setdefault(word, set()).add(each)
    for entry in entries:
        if not {newer, older} <= entry.lists.keys():
            continue
        name, earlier = entry.lists[newer].name, entry.lists[older].name
        if name == earlier:
            continue
        own = _compare(name, earlier)
        # Names as alike as that share a word: to compare each with all would take the square.
        near = {each for word in name.casefold().split() for each in by_word.get(word, ())}
        nearest = _find_nearest(name, tuple(sorted(near)), max(_ALIKE, own))
        if nearest is not None and _compare(name, nearest) > own:
            other = owners[nearest]
            if not _keeps_name(other, newer, older, name):
                yield entry, other


def _keeps_name(entry: Initiative, newer: str, older: str, name: str) -> bool:
    """Return whether `entry` is in both lists, its own name no less like its earlier one."""
    if newer not in entry.lists:
        return False
    earlier = entry.lists[older].name
    return _compare(entry.lists[newer].name, earlier) >= _compare(name, earlier)


@lru_cache(maxsize=REMEMBERED)
def _find_nearest(name: str, names: tuple[str, ...], alike: float) -> str | None:
    """Return the one of `names` that is most like `name`, if it is as `alike` as that."""
    return next(iter(get_close_matches(name, names, n=1, cutoff=alike)), None)


# Remembered, as entries are: after a save few names are others. 0.5 s of 0.7 at 4,100 entries.
@lru_cache(maxsize=REMEMBERED)
def _compare(one: str, two: str) -> float:
    return SequenceMatcher(None, two, one).ratio()


def warn_as_of(publication: Publication, editions: Sequence[Edition]) -> Findings:
    """The date of the information is not before that of the newest list."""
    for newest in sort_editions(editions)[:1]:
        if is_before(publication.as_of, newest.date):
            yield Finding(("as_of",), say("as-of-older", list=newest.id, date=newest.date))


def warn_as_of_ahead(publication: Publication, today: date) -> Findings:
    """The date of the information has come."""
    if is_before(today.isoformat(), publication.as_of):
        yield Finding(("as_of",), say("date-ahead", date=publication.as_of))


def warn_lists_ahead(editions: Sequence[Edition], today: date) -> Findings:
    """The date of a list has come."""
    for index, edition in enumerate(editions):
        if is_before(today.isoformat(), edition.date):
            yield Finding((index, "date"), say("date-ahead", date=edition.date))


def warn_done_ahead(initiatives: Entries, publication: Publication) -> Findings:
    """A milestone that is done does not come after the date as of which the register holds."""
    as_of = publication.as_of
    for index, entry in initiatives.items():
        for nth, milestone in enumerate(entry.milestones):
            if milestone.state == "done" and is_before(as_of, milestone.date or ""):
                message = say("done-ahead", date=milestone.date or "", as_of=as_of)
                yield Finding((index, "milestones", nth, "state"), message)
