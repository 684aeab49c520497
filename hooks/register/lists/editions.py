"""The dated lists in their order, and what they bring and lack.

What a list brings with it is put where it belongs: with the entries and categories.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from register.model import Edition, Initiative
from register.vocabulary import Category, Vocabulary


def spread_entries(
    initiatives: Iterable[Initiative], editions: Sequence[Edition]
) -> list[Initiative]:
    """Return the entries with their places in every list, whichever file states them."""
    if not any(edition.entries for edition in editions):
        return list(initiatives)
    spread = []
    for entry in initiatives:
        if brought := {e.id: e.entries[entry.id] for e in editions if entry.id in e.entries}:
            entry = entry.model_copy(update={"lists": {**brought, **entry.lists}})
        spread.append(entry)
    return spread


def spread_titles(vocabulary: Vocabulary, editions: Sequence[Edition]) -> Vocabulary:
    """Return the vocabulary with the titles of its categories in every list."""
    categories: dict[str, Category] = {}
    for key, category in vocabulary.categories.items():
        brought = {e.id: e.titles[key] for e in editions if key in e.titles}
        titles = {**brought, **category.printed}
        categories[key] = category.model_copy(update={"printed": titles})
    return vocabulary.model_copy(update={"categories": categories})


def sort_editions(editions: Iterable[Edition]) -> list[Edition]:
    """Return the lists by date, the newest first; those of one date as they stand in the file."""
    return sorted(editions, key=lambda edition: edition.date, reverse=True)


def pair_editions(editions: Sequence[Edition]) -> list[tuple[Edition, Edition]]:
    """Return each of `editions`, the newest first, with the list that it is compared with.

    That is the one that it follows, or else the one before it by date. The oldest has none.
    """
    by_id = {edition.id: edition for edition in editions}
    return [(newer, by_id.get(newer.follows or "", older)) for newer, older in pairwise(editions)]


def strip_editions(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """Return the lists without what has been put elsewhere."""
    return tuple(edition.model_copy(update={"entries": {}, "titles": {}}) for edition in editions)


class Departure(Struct, frozen=True, kw_only=True):
    """How an entry left the lists: `last` is the last one that had it, `since` the next one."""

    last: Edition
    since: Edition


def find_departures(
    initiatives: Sequence[Initiative], editions: Sequence[Edition]
) -> dict[str, Departure]:
    """Return how each entry left that is in a list, but in none of the latest date, by its id.

    `editions` stand in the order of their dates, the newest first. Lists of one date count as one:
    a short and a detailed one may be issued together.
    """
    departures = {}
    for entry in initiatives:
        last = next((each for each in editions if each.id in entry.lists), None)
        later = [each for each in editions if last and each.date > last.date]
        if last and later:
            departures[entry.id] = Departure(last=last, since=later[-1])
    return departures
