"""What an import comes to: which entry each row is, what is new, what is gone, what is in doubt."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from importing.answers import Answers, check_rows, parse_row
from importing.categories import match_categories
from importing.known_lists import Place, place_list
from importing.matching import Item, Match, match
from importing.rows import ImportedList, ImportedRow
from importing.tables import ImportFault
from importing.words import ImportWords
from register.checking.suggestions import explain_no_entry, to_slug
from register.field_types import Slug
from register.model import Initiative
from register.register import Register

# A permanent address should be short enough to read out.
_LENGTH = 48
_SHORT = 5
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """A row with what it was found to be; `entry_id` is None while that is in doubt.

    A new row has the id that its draft is to have.
    """

    row: ImportedRow
    match: Match
    category: str
    entry_id: str | None

    @property
    def is_new(self) -> bool:
        """Whether a draft is to be made of it."""
        return self.match.state == "new"


@dataclass(frozen=True, kw_only=True)
class PlannedList:
    """A list with its place among the register's, and the ids of entries it no longer has."""

    found: ImportedList
    place: Place
    rows: tuple[PlannedRow, ...]
    gone: tuple[str, ...]

    @property
    def doubtful(self) -> tuple[PlannedRow, ...]:
        """The rows in doubt."""
        return tuple(row for row in self.rows if row.match.state == "doubtful")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """All lists of an import; `categories` has the id of each category by its title."""

    lists: tuple[PlannedList, ...]
    categories: Mapping[str, str]
    answers: Answers

    @property
    def is_decided(self) -> bool:
        """Whether no row is in doubt."""
        return not any(each.doubtful for each in self.lists)


def make_plan(
    lists: Sequence[ImportedList], register: Register, words: ImportWords, answers: Answers
) -> Plan:
    """Return what importing `lists` into `register`, drafts included, comes to.

    Raises `ImportFault` for an answer that cannot be, a list without a date, an unknown category.
    """
    check_rows(answers, lists)
    _check_ids(register, answers)
    categories = match_categories(lists, register.vocabulary, answers)
    twins = _pair_lists(lists, categories)
    matched = [
        _match_list(
            found, register, categories, answers, twins, place_list(found, register.editions, words)
        )
        for found in lists
    ]
    matched = _agree(matched, twins)
    named = _name_new(matched, register, answers, twins)
    return Plan(lists=tuple(named), categories=categories, answers=answers)


def _check_ids(register: Register, answers: Answers) -> None:
    ids = dict.fromkeys(entry.id for entry in register.initiatives)
    wanted = [value for value in answers.same.values() if parse_row(value) is None]
    for value in (*wanted, *answers.renamed):
        if value not in ids and not _is_done(value, register, answers):
            raise ImportFault(str(explain_no_entry(value, ids)))
    taken = {*ids, *(old for entry in register.initiatives for old in entry.former_ids)}
    for value in (*answers.ids.values(), *answers.renamed.values()):
        if not is_possible_id(value):
            raise ImportFault(f'--id: "{value}" cannot be an id; perhaps "{to_slug(value)[:60]}"?')
    for old, value in answers.renamed.items():
        if value in taken and not _is_done(old, register, answers):
            raise ImportFault(f'--id: the id "{value}" is already taken')


def _is_done(old: str, register: Register, answers: Answers) -> bool:
    """Return whether an entry has its new id already, by an earlier run of the same import."""
    entry = register.by_id.get(answers.renamed.get(old, ""))
    return entry is not None and old in entry.former_ids


# The row of the other list that a row surely is, by the key of each.
_Twins = Mapping[str, str]


def _key(found: ImportedList, row: ImportedRow) -> str:
    return f"{found.kind}:{row.number}"


def _pair_lists(lists: Sequence[ImportedList], categories: Mapping[str, str]) -> _Twins:
    """Return the rows of two lists of one document that are surely the same initiative."""
    if len(lists) != 2 or lists[0].kind == lists[1].kind:
        return {}
    first, second = ([_item(found, row, categories) for row in found.rows] for found in lists)
    pairs = {key: each.key for key, each in match(first, second).items() if each.key is not None}
    return pairs | {second: first for first, second in pairs.items()}


def _item(found: ImportedList, row: ImportedRow, categories: Mapping[str, str]) -> Item:
    objective = row.cells.get("objective", "")
    return Item(
        key=_key(found, row),
        names=(row.name,),
        numbers=frozenset({row.number}),
        category=categories[row.category],
        texts=(objective,) if objective else (),
    )


def _entry_item(entry: Initiative, place: Place) -> Item:
    names = dict.fromkeys(
        (*(each.name for each in entry.lists.values()), entry.name.fr, entry.name.en)
    )
    own = [entry.lists[e.id] for e in (place.known, place.before) if e and e.id in entry.lists]
    numbers = {each.number for each in own[:1] or entry.lists.values()}
    return Item(
        key=entry.id, names=tuple(names), numbers=frozenset(numbers), category=entry.category
    )


def _match_list(
    found: ImportedList,
    register: Register,
    categories: Mapping[str, str],
    answers: Answers,
    twins: _Twins,
    place: Place,
) -> PlannedList:
    names = {}
    for row in found.rows:
        names[_key(found, row)] = row.name
    items = [_item(found, row, categories) for row in found.rows]
    said = _read_said(found, answers)
    known = _find_known(found, place, register)
    entries = sorted(
        register.initiatives, key=lambda entry: _order(entry, place, len(register.initiatives))
    )
    matches = match(items, [_entry_item(entry, place) for entry in entries], _decide(known, said))
    rows = tuple(
        PlannedRow(
            row=row,
            match=matches[_key(found, row)],
            category=categories[row.category],
            entry_id=matches[_key(found, row)].key,
        )
        for row in found.rows
    )
    had = place.known or place.before
    present = {row.entry_id for row in rows}
    present |= {each.key for row in rows if row.entry_id is None for each in row.match.candidates}
    gone = tuple(
        entry.id for entry in entries if had and had.id in entry.lists and entry.id not in present
    )
    return PlannedList(found=found, place=place, rows=rows, gone=gone)


def _decide(
    known: Mapping[str, str | None], said: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Return what is settled of rows: what is said, but no row is new that is there already."""
    return {**known, **{key: value for key, value in said.items() if value or key not in known}}


def _order(entry: Initiative, place: Place, last: int) -> tuple[int, str]:
    """Return where `entry` stands in the list before, by which neighbours are told."""
    had = place.known or place.before
    number = entry.lists[had.id].number if had and had.id in entry.lists else last + 1
    return number, entry.id


def _read_said(found: ImportedList, answers: Answers) -> dict[str, str | None]:
    """Return the entry of each row of which the editor has said so, None for a new one."""
    said: dict[str, str | None] = {}
    for row in found.rows:
        is_said, entry = answers.of_row(found.kind, row.number)
        if is_said and not (entry and parse_row(entry)):
            if entry is not None and entry in said.values():
                raise ImportFault(f'--same: two rows of the {found.kind} list are "{entry}"')
            said[_key(found, row)] = entry
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
        _key(found, row): own[row.number, row.name]
        for row in found.rows
        if (row.number, row.name) in own
    }


def _agree(lists: list[PlannedList], twins: _Twins) -> list[PlannedList]:
    """Return the lists with what one of them knows of a row taken over by its twin in the other.

    Where they disagree, both rows are in doubt.
    """
    states = {_key(each.found, row.row): row for each in lists for row in each.rows}
    taken = {(key.partition(":")[0], row.entry_id) for key, row in states.items()}

    def settle(key: str, row: PlannedRow) -> PlannedRow:
        other = states.get(twins.get(key, ""))
        if other is None or other.entry_id == row.entry_id:
            return row
        if row.entry_id is None and (key.partition(":")[0], other.entry_id) not in taken:
            settled = Match(state="sure", key=other.entry_id, candidates=other.match.candidates)
            return replace(row, match=settled, entry_id=other.entry_id)
        if row.entry_id is not None and other.entry_id is not None:
            candidates = (*row.match.candidates, *other.match.candidates)
            return replace(row, match=Match(state="doubtful", candidates=candidates), entry_id=None)
        return row

    return [
        _without_found(
            replace(each, rows=tuple(settle(_key(each.found, row.row), row) for row in each.rows))
        )
        for each in lists
    ]


def _without_found(each: PlannedList) -> PlannedList:
    present = {row.entry_id for row in each.rows}
    return replace(each, gone=tuple(entry for entry in each.gone if entry not in present))


def _name_new(
    lists: Sequence[PlannedList], register: Register, answers: Answers, twins: _Twins
) -> list[PlannedList]:
    """Return the lists with an id for each new row, the same for a row and its twin."""
    taken = {entry.id for entry in register.initiatives}
    taken |= {old for entry in register.initiatives for old in entry.former_ids}
    chosen: dict[str, str] = {}
    said = {
        f"{kind}:{number}" if kind else str(number): value
        for (kind, number), value in answers.same.items()
        if parse_row(value)
    }
    named = []
    for each in lists:
        rows = []
        for row in each.rows:
            key = _key(each.found, row.row)
            if not row.is_new:
                rows.append(row)
                continue
            twin = said.get(key) or said.get(str(row.row.number)) or twins.get(key, "")
            wanted = answers.id_of(each.found.kind, row.row.number)
            entry_id = chosen.get(twin) or wanted or _make_id(row.row.name, taken)
            taken.add(entry_id)
            chosen[key] = entry_id
            rows.append(replace(row, entry_id=entry_id))
        named.append(replace(each, rows=tuple(rows)))
    return named


def _make_id(name: str, taken: set[str]) -> str:
    """Return an id for a new entry, made of the first words of its name."""
    words = to_slug(re.sub(r"[’']", "-", name)).split("-")
    kept = [word for word in words if word]
    if len("-".join(kept)) > _LENGTH:
        # Cut behind a whole word, and not behind "de" or "pour".
        while len(kept) > 1 and (len("-".join(kept)) > _LENGTH or len(kept[-1]) < _SHORT):
            kept.pop()
    start = "-".join(kept)[:_LENGTH].strip("-") or "entry"
    number, candidate = 1, start
    while candidate in taken or not is_possible_id(candidate):
        number += 1
        candidate = f"{start}-{number}"
    return candidate


def is_possible_id(text: str) -> bool:
    """Return whether an entry may have the id `text`: a few names are taken by the site."""
    try:
        _SLUG.validate_python(text)
    except ValidationError:
        return False
    return True
