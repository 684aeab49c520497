"""Rules for dated lists: known lists, numbers used once, and each place stated once."""

from collections.abc import Collection

from register.checking.problems import FieldPath, Finding, Findings
from register.checking.suggestions import explain_no_entry, explain_unknown
from register.lists.changes import list_category_moves
from register.messages import say
from register.model import Edition, Entries
from register.vocabulary import Vocabulary


def check_numbers(initiatives: Entries, editions: tuple[Edition, ...]) -> Findings:
    """An entry is in a known list, and no two entries share a number in it."""
    known = [edition.id for edition in editions]
    numbers: dict[tuple[str, int], tuple[str, FieldPath]] = {}
    for index, entry in initiatives.items():
        is_placed = entry.lists or any(entry.id in edition.entries for edition in editions)
        if not is_placed and not entry.draft:
            yield Finding((index, "lists"), say("list-none"))
        for edition, place in entry.lists.items():
            if edition not in known:
                where = (index, "lists", edition)
                yield Finding(where, explain_unknown(edition, known, "list-id"))
            number: FieldPath = (index, "lists", edition, "number")
            other, first = numbers.setdefault((edition, place.number), (entry.id, number))
            if other != entry.id:
                message = say("number-taken", number=place.number, owner=other)
                yield Finding(number, message, first)


def check_statuses(initiatives: Entries, editions: tuple[Edition, ...]) -> Findings:
    """A status names a known list; where there are earlier ones, each names another, older one."""
    dates = {edition.id: edition.date for edition in editions}
    for index, entry in initiatives.items():
        earlier = [(("earlier_statuses", n), e.list) for n, e in enumerate(entry.earlier_statuses)]
        present = entry.status.list
        if present is None and earlier:
            yield Finding((index, "status"), say("status-list-missing"))
        seen: dict[str, FieldPath] = {}
        for where, name in [(("status",), present), *earlier]:
            place: FieldPath = (index, *where, "list")
            if name is None:
                continue
            if name not in dates:
                yield Finding(place, explain_unknown(name, dates, "list-id"))
            elif name in seen:
                yield Finding(place, say("given-twice", value=name), seen[name])
            elif present in dates and dates[name] > dates[present]:
                yield Finding(place, say("status-newer", list=name, present=present))
            seen.setdefault(name, place)


def check_places(
    editions: tuple[Edition, ...], initiatives: Entries, ids: Collection[str]
) -> Findings:
    """A place that a list brings is that of a known entry, and is stated nowhere else."""
    by_id = {entry.id: entry for entry in initiatives.values()}
    for index, edition in enumerate(editions):
        numbers = {
            entry.lists[edition.id].number: entry.id
            for entry in initiatives.values()
            if edition.entries and edition.id in entry.lists
        }
        for key, place in edition.entries.items():
            where = (index, "entries", key)
            if key not in ids:
                yield Finding(where, explain_no_entry(key, ids).then(say("begin-entry", id=key)))
            elif key in by_id and edition.id in by_id[key].lists:
                yield Finding(where, say("place-twice"))
            elif place.number in numbers:
                owner = numbers[place.number]
                message = say("number-taken", number=place.number, owner=owner)
                yield Finding((*where, "number"), message)
            numbers.setdefault(place.number, key)


def check_moves(
    editions: tuple[Edition, ...],
    initiatives: Entries,
    vocabulary: Vocabulary,
    ids: Collection[str],
) -> Findings:
    """A list moves known entries from a known category, which is not the one that they move to."""
    moves = list_category_moves(initiatives.values(), editions)
    for index, edition in enumerate(editions):
        after = {move.entry.id: move.after for move in moves[edition.id]}
        for key, category in edition.moved.items():
            where = (index, "moved", key)
            if key not in ids:
                yield Finding(where, explain_no_entry(key, ids))
            elif category not in vocabulary.categories:
                yield Finding(where, explain_unknown(category, vocabulary.categories, "categories"))
            elif category == after.get(key):
                yield Finding(where, say("moved-same", category=category, id=key))


def check_order(editions: tuple[Edition, ...]) -> Findings:
    """A list follows a known one that is not newer, and not itself."""
    dates = {edition.id: edition.date for edition in editions}
    for index, edition in enumerate(editions):
        name = edition.follows
        if name is None:
            continue
        others = {key: date for key, date in dates.items() if key != edition.id}
        if name not in others:
            yield Finding((index, "follows"), explain_unknown(name, others, "list-id"))
        elif others[name] > edition.date:
            message = say("follows-newer", list=name, id=edition.id)
            yield Finding((index, "follows"), message)


def check_titles(editions: tuple[Edition, ...], vocabulary: Vocabulary) -> Findings:
    """A title that a list brings is that of a known category, and is stated nowhere else."""
    categories = vocabulary.categories
    for index, edition in enumerate(editions):
        for key in edition.titles:
            where = (index, "titles", key)
            if key not in categories:
                yield Finding(where, explain_unknown(key, categories, "categories"))
            elif edition.id in categories[key].printed:
                yield Finding(where, say("title-twice"))
