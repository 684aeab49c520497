"""What an import comes to: which entry each row is, what is new, what is gone, what is in doubt."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from importing.answers import Answers, check_rows, parse_row
from importing.lists.categories import match_categories
from importing.lists.known_lists import Place, place_list
from importing.lists.rows import ImportedList, ImportedRow
from importing.matching.match_rows import Item, Match, match
from importing.matching.new_ids import check_ids, name_new
from importing.own_lists import OwnRows, know_own
from importing.planned import Plan, PlannedList, PlannedRow, Twins, key_of
from importing.readers.tables import ImportFault
from importing.words import ImportWords, name_list
from register.messages import say
from register.model import Initiative
from register.register import Register


def make_plan(
    lists: Sequence[ImportedList],
    register: Register,
    words: ImportWords,
    answers: Answers,
    own: OwnRows = MappingProxyType({}),
) -> Plan:
    """Return what importing `lists` into `register`, drafts included, comes to.

    `own` has the rows of the register's own lists. Raises `ImportFault` for an answer that cannot
    be, a list without a date, an unknown category.
    """
    check_rows(answers, lists)
    check_ids(register, answers)
    categories = match_categories(lists, register.vocabulary, answers)
    paired = _pair_lists(lists, categories)
    twins = _find_twins(paired)
    matched = [
        _match_list(
            found,
            register,
            categories,
            answers,
            place_list(found, register.editions, words),
            own.get(found.kind, {}),
        )
        for found in lists
    ]
    matched = _doubt_new(_agree(matched, twins), paired, answers)
    named = name_new(matched, register, answers, twins)
    known = tuple(know_own(each, register, own.get(each.found.kind, {})) for each in named)
    return Plan(lists=known, categories=categories, answers=answers)


def _pair_lists(
    lists: Sequence[ImportedList], categories: Mapping[str, str]
) -> Mapping[str, Match]:
    """Return which row of the second list of an import each row of the first one is."""
    if len(lists) != 2 or lists[0].kind == lists[1].kind:
        return {}
    first, second = ([_item(found, row, categories) for row in found.rows] for found in lists)
    return match(first, second)


def _find_twins(paired: Mapping[str, Match]) -> Twins:
    sure = {key: each.key for key, each in paired.items() if each.key is not None}
    return sure | {second: first for first, second in sure.items()}


def _doubt_new(
    lists: list[PlannedList], paired: Mapping[str, Match], answers: Answers
) -> list[PlannedList]:
    """Return the lists with new rows in doubt that may be new rows of the other list."""
    new = {row.key for each in lists for row in each.rows if row.is_new}

    def doubt(row: PlannedRow, found: ImportedList) -> PlannedRow:
        twin = paired.get(row.key)
        likely = tuple(each for each in twin.candidates if each.key in new) if twin else ()
        is_said, _ = answers.of_row(found.kind, row.row.number)
        if not row.is_new or is_said or not twin or not likely or twin.state != "doubtful":
            return row
        return replace(row, match=Match(state="doubtful", candidates=likely))

    return [
        replace(each, rows=tuple(doubt(row, each.found) for row in each.rows)) for each in lists
    ]


def _item(found: ImportedList, row: ImportedRow, categories: Mapping[str, str]) -> Item:
    objective = row.cells.get("objective", "")
    return Item(
        key=key_of(found, row),
        names=(row.name,),
        numbers=frozenset({row.number}),
        category=categories[row.category],
        texts=(objective,) if objective else (),
    )


def _entry_item(entry: Initiative, place: Place, own: ImportedRow | None) -> Item:
    names = dict.fromkeys(
        (*(each.name for each in entry.lists.values()), entry.name.fr, entry.name.en)
    )
    if own is not None:
        # With our qualifier, where several entries share a name.
        names[own.name] = None
    had = [entry.lists[e.id] for e in (place.known, place.before) if e and e.id in entry.lists]
    numbers = {each.number for each in had[:1] or entry.lists.values()}
    return Item(
        key=entry.id, names=tuple(names), numbers=frozenset(numbers), category=entry.category
    )


def _match_list(
    found: ImportedList,
    register: Register,
    categories: Mapping[str, str],
    answers: Answers,
    place: Place,
    own: Mapping[str, ImportedRow],
) -> PlannedList:
    items = [_item(found, row, categories) for row in found.rows]
    said = _read_said(found, answers, register)
    known = _find_known(found, place, register)
    entries = sorted(
        register.initiatives, key=lambda entry: _order(entry, place, len(register.initiatives))
    )
    targets = [_entry_item(entry, place, own.get(entry.id)) for entry in entries]
    # No row is new that is there already.
    settled = known | {key: value for key, value in said.items() if value or key not in known}
    matches = match(items, targets, settled)
    rows = tuple(
        PlannedRow(key=key, row=row, match=it, category=categories[row.category], entry_id=it.key)
        for row in found.rows
        for key in (key_of(found, row),)
        for it in (matches[key],)
    )
    had = place.known or place.before
    present = {row.entry_id for row in rows}
    present |= {each.key for row in rows if row.entry_id is None for each in row.match.candidates}
    gone = tuple(
        entry.id for entry in entries if had and had.id in entry.lists and entry.id not in present
    )
    return PlannedList(found=found, place=place, rows=rows, gone=gone)


def _order(entry: Initiative, place: Place, last: int) -> tuple[int, str]:
    """Return where `entry` stands in the list before, by which its neighbours are known."""
    had = place.known or place.before
    number = entry.lists[had.id].number if had and had.id in entry.lists else last + 1
    return number, entry.id


def _read_said(found: ImportedList, answers: Answers, register: Register) -> dict[str, str | None]:
    """Return the entry of each row of which the editor has said so, None for a new one."""
    said: dict[str, str | None] = {}
    for row in found.rows:
        is_said, entry = answers.of_row(found.kind, row.number)
        if entry is not None and entry not in register.by_id:
            # An earlier run has given it its new id.
            entry = answers.renamed.get(entry, entry)
        if is_said and not (entry and parse_row(entry)):
            if entry is not None and entry in said.values():
                fault = say("import-same-twice", list=name_list(found.kind), id=entry)
                raise ImportFault(fault)
            said[key_of(found, row)] = entry
    return said


def _find_known(found: ImportedList, place: Place, register: Register) -> dict[str, str | None]:
    """Return the entry of each row that the register has already, to the letter."""
    if place.known is None:
        return {}
    own = {
        (each.number, each.name): entry.id
        for entry in register.initiatives
        if (each := entry.lists.get(place.known.id))
    }
    return {
        key_of(found, row): own[row.number, row.name]
        for row in found.rows
        if (row.number, row.name) in own
    }


def _agree(lists: list[PlannedList], twins: Twins) -> list[PlannedList]:
    """Return the lists with what one of them knows of a row taken over by its twin in the other.

    Where they disagree, both rows are in doubt.
    """
    states = {row.key: row for each in lists for row in each.rows}
    taken = {(key.partition(":")[0], row.entry_id) for key, row in states.items()}

    def settle(row: PlannedRow) -> PlannedRow:
        other = states.get(twins.get(row.key, ""))
        if other is None or other.entry_id == row.entry_id:
            return row
        if row.entry_id is None and (row.key.partition(":")[0], other.entry_id) not in taken:
            settled = Match(state="sure", key=other.entry_id, candidates=other.match.candidates)
            return replace(row, match=settled, entry_id=other.entry_id)
        if row.entry_id is not None and other.entry_id is not None:
            candidates = (*row.match.candidates, *other.match.candidates)
            return replace(row, match=Match(state="doubtful", candidates=candidates), entry_id=None)
        return row

    settled = []
    for each in lists:
        rows = tuple(map(settle, each.rows))
        present = {row.entry_id for row in rows}
        gone = tuple(entry for entry in each.gone if entry not in present)
        settled.append(replace(each, rows=rows, gone=gone))
    return settled
