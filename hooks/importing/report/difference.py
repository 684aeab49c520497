"""What a new list changes, entry by entry: the difference that an editor reads first."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from importing.lists.rows import ImportedRow
from importing.matching.fingerprints import Fingerprints, fingerprint_cells
from importing.matching.names import simplify
from importing.planned import PlannedList, PlannedRow
from importing.report.word_changes import compare_words
from importing.words import Column, ImportWords
from register.model import Initiative
from register.register import Register
from website.import_report import ReportedCell, ReportedChange, ReportedWords

# By entry, the cells of the document before.
OldCells = Mapping[str, Mapping[Column, str]]


class ListDifference(Struct, frozen=True, kw_only=True):
    """A list against the one before it.

    `unknown` counts the cells of which nobody knows what they said before: no fingerprint is kept
    and the document before was not given.
    """

    planned: PlannedList
    changes: tuple[ReportedChange, ...]
    unknown: int = 0


def find_difference(
    planned: PlannedList,
    register: Register,
    words: ImportWords,
    fingerprints: Fingerprints,
    ours: Mapping[str, ImportedRow],
    old: OldCells,
) -> ListDifference:
    """Return what the list `planned` changes in `register`, for each row that is an entry's.

    `fingerprints` are those of the lists before, `old` has the cells of the document before; `ours`
    are the rows of the register's own list of its kind, which say nothing new.
    """
    if planned.is_own:
        return ListDifference(planned=planned, changes=())
    known = _find_fingerprints(planned, register, fingerprints)
    changes = []
    unknown = 0
    for row in planned.rows:
        if row.is_new or row.entry_id is None:
            continue
        entry = register.by_id[row.entry_id]
        own = ours.get(entry.id)
        new = _leave_out_own(row, own)
        cells, unseen = _compare_cells(new, words, known.get(entry.id, {}), old.get(entry.id, {}))
        unknown += unseen
        change = _compare_entry(row, entry, planned, cells)
        if own is not None and own.name == row.row.name:
            change = change.model_copy(update={"renamed": None})
        if change.is_any:
            changes.append(change)
    return ListDifference(planned=planned, changes=tuple(changes), unknown=unknown)


def _leave_out_own(row: PlannedRow, own: ImportedRow | None) -> PlannedRow:
    """Return `row` without the cells that say what the register itself says."""
    if own is None:
        return row
    marks = fingerprint_cells(own.cells)
    new = {
        column: text
        for column, text in row.row.cells.items()
        if marks.get(column) != fingerprint_cells({column: text})[column]
    }
    return replace(row, row=replace(row.row, cells=new))


def _find_fingerprints(
    planned: PlannedList, register: Register, fingerprints: Fingerprints
) -> Mapping[str, Mapping[Column, str]]:
    """Return the fingerprints of the last list before that has any, by entry."""
    date = planned.found.date or ""
    for edition in sorted(register.editions, key=lambda each: each.date, reverse=True):
        if edition.date < date and edition.id in fingerprints:
            return fingerprints[edition.id]
    return {}


def _compare_entry(
    row: PlannedRow, entry: Initiative, planned: PlannedList, cells: tuple[ReportedCell, ...]
) -> ReportedChange:
    before = planned.place.before
    had = entry.lists.get(before.id) if before else None
    is_renamed = had is not None and planned.place.is_same_kind and had.name != row.row.name
    if planned.found.language == "en":
        # An English list calls an entry by its English name, which is no renaming.
        is_renamed = is_renamed and simplify(row.row.name) != simplify(entry.name.en)
    return ReportedChange(
        id=entry.id,
        number=row.row.number,
        name=row.row.name,
        renamed=(had.name, row.row.name) if had and is_renamed else None,
        renumbered=(had.number, row.row.number) if had and had.number != row.row.number else None,
        moved=(entry.category, row.category)
        if row.category and row.category != entry.category
        else None,
        cells=cells,
    )


def _compare_cells(
    row: PlannedRow, words: ImportWords, earlier: Mapping[Column, str], old: Mapping[Column, str]
) -> tuple[tuple[ReportedCell, ...], int]:
    """Return the cells that changed, and of how many nothing is known.

    `earlier` has the fingerprints of the cells before, `old` their texts, where known.
    """
    marks = fingerprint_cells(row.row.cells)
    changes, unknown = [], 0
    for column, text in row.row.cells.items():
        pieces: tuple[ReportedWords, ...] = ()
        if column in old:
            pieces = compare_words(old[column], text)
            is_changed = any(piece.kind != "same" for piece in pieces)
        elif column in earlier:
            is_changed = earlier[column] != marks[column]
        else:
            unknown += 1
            continue
        if is_changed:
            where = words.fields.get(column, column)
            changes.append(ReportedCell(column=column, field=where, text=text, pieces=pieces))
    return tuple(changes), unknown
