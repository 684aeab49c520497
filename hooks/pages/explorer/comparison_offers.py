"""Which entries are worth comparing: those of a family, and neighbours in a category."""

from collections.abc import Iterator
from itertools import islice

from register.classification import list_values
from register.model import Initiative
from register.register import Register
from website import urls
from website.entries.entry_tile import EntryTile, make_tile
from website.localized_site import LocalizedSite

# As many as a comparison holds: see docs/assets/js/compare/basket.js.
MOST = 4
# Neighbours are that many.
NEIGHBOURS = 3
# A larger register has too many families to offer each.
MOST_OFFERS = 12


def list_offers(site: LocalizedSite) -> list[tuple[str, list[EntryTile]]]:
    """Return the comparisons to offer: first those of families, then those of categories.

    Each has a name, of what its entries have in common, and their tiles.
    """
    return [
        (name, [make_tile(site, urls.COMPARE, entry) for entry in entries])
        for name, entries in islice(_list_groups(site), MOST_OFFERS)
    ]


def _list_groups(site: LocalizedSite) -> Iterator[tuple[str, tuple[Initiative, ...]]]:
    register = site.register
    for family_id, entries in register.by_family.items():
        if len(entries) > 1:
            yield site.say(register.vocabulary.families[family_id].name), entries[:MOST]
    for category_id, entries in register.by_category.items():
        # What a family offers already is not offered twice.
        alone = [entry for entry in entries if not entry.families]
        if len(alone) > 1:
            name = site.say(register.vocabulary.categories[category_id].short)
            yield name, find_neighbours(register, alone)


def find_neighbours(register: Register, entries: list[Initiative]) -> tuple[Initiative, ...]:
    """Return the entries next to each other in `entries` that have most facts in common.

    Of equals, the first. At most `NEIGHBOURS`.
    """
    facts = [
        {
            (facet, value)
            for facet, values in list_values(register, entry).items()
            for value in values
        }
        for entry in entries
    ]
    starts = range(max(1, len(entries) - NEIGHBOURS + 1))
    best = max(starts, key=lambda start: len(set.intersection(*facts[start : start + NEIGHBOURS])))
    return tuple(entries[best : best + NEIGHBOURS])
