"""What a dated list brings with it, put where it belongs: with the entries and categories."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from register.checking.rules import Finding, explain_unknown
from register.checking.suggestions import hint
from register.model import Category, Edition, Initiative, ListPlace, Vocabulary


def spread_entries(
    initiatives: Sequence[Initiative], editions: Sequence[Edition]
) -> list[Initiative]:
    """Return the entries with their places in every list, whichever file states them."""
    if not any(edition.entries for edition in editions):
        return list(initiatives)
    spread = []
    for entry in initiatives:
        brought = {e.id: e.entries[entry.id] for e in editions if entry.id in e.entries}
        places: dict[str, ListPlace] = {**brought, **entry.lists}
        spread.append(entry.model_copy(update={"lists": places}) if brought else entry)
    return spread


def spread_titles(vocabulary: Vocabulary, editions: Sequence[Edition]) -> Vocabulary:
    """Return the vocabulary with the titles of its categories in every list."""
    categories: dict[str, Category] = {}
    for key, category in vocabulary.categories.items():
        brought = {e.id: e.titles[key] for e in editions if key in e.titles}
        titles = {**brought, **category.printed}
        categories[key] = category.model_copy(update={"printed": titles}) if brought else category
    return vocabulary.model_copy(update={"categories": categories})


def strip_editions(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """Return the lists without what has been put elsewhere."""
    return tuple(edition.model_copy(update={"entries": {}, "titles": {}}) for edition in editions)


def check_brought(
    editions: Sequence[Edition],
    ids: Collection[str],
    initiatives: Sequence[Initiative],
    categories: Mapping[str, Category],
) -> Iterator[Finding]:
    """Yield what is wrong with them: an unknown id, a number taken, what stands elsewhere too."""
    by_id = {entry.id: entry for entry in initiatives}
    for index, edition in enumerate(editions):
        numbers: dict[int, str] = {}
        if edition.entries:
            numbers = {
                entry.lists[edition.id].number: entry.id
                for entry in initiatives
                if edition.id in entry.lists
            }
        for key, place in edition.entries.items():
            where = (index, "entries", key)
            if key not in ids:
                yield Finding(where, f'no entry has the id "{key}"{hint(key, ids)}')
            elif key in by_id and edition.id in by_id[key].lists:
                message = "data/initiatives.yaml gives this entry's place in this list too"
                yield Finding(where, f"{message}; state it once")
            elif place.number in numbers:
                message = f"number {place.number} of this list is already taken by"
                yield Finding((*where, "number"), f"{message} {numbers[place.number]}")
            numbers.setdefault(place.number, key)
        for key in edition.titles:
            where = (index, "titles", key)
            if key not in categories:
                yield Finding(where, explain_unknown(key, categories, "a category"))
            elif edition.id in categories[key].printed:
                message = "data/vocabulary.yaml gives this title too"
                yield Finding(where, f"{message}; state it once")
