"""The register's own lists, as it exports them: what an imported list is held against.

A document that we export, edited and brought back, says what the register says but for the edits.
"""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from importing.lists.rows import ImportedRow, read_lists
from importing.matching.fingerprints import fingerprint_cells
from importing.planned import PlannedList, PlannedRow
from importing.readers.tables import ImportFault
from importing.readers.word import read_word
from importing.words import Column, ImportWords, Kind
from register.register import Register

# By the kind of list, the row of each entry.
OwnRows = Mapping[Kind, Mapping[str, ImportedRow]]


def read_own(document: bytes, ids: Sequence[str], words: ImportWords) -> dict[str, ImportedRow]:
    """Return the row of each entry in our own Word `document`, whose rows are those of `ids`.

    None where entries have no number, or the same: such a document is no list to bring back.
    """
    try:
        (found,) = read_lists(read_word(document), words)
    except ImportFault:
        return {}
    return dict(zip(ids, found.rows, strict=True)) if len(found.rows) == len(ids) else {}


def know_own(
    planned: PlannedList, register: Register, own: Mapping[str, ImportedRow]
) -> PlannedList:
    """Return the list, marked if it is our `own`, unchanged.

    In a list that the register has already, a name that the register gives an entry stands for the
    name printed there, and is no correction of it.
    """
    if _is_unchanged(planned, own) and planned.found.date == register.publication.as_of:
        return replace(planned, is_own=True)
    known = planned.place.known
    if known is None:
        return planned

    def print_name(row: PlannedRow) -> PlannedRow:
        entry = register.by_id.get(row.entry_id or "")
        place = entry.lists.get(known.id) if entry else None
        if entry is None or place is None or entry.id not in own:
            return row
        if own[entry.id].name != row.row.name:
            return row
        return replace(row, row=replace(row.row, name=place.name))

    return replace(planned, rows=tuple(map(print_name, planned.rows)))


def _is_unchanged(planned: PlannedList, own: Mapping[str, ImportedRow]) -> bool:
    if not own or {row.entry_id for row in planned.rows} != set(own):
        return False
    return all(_list_words(row.row) == _list_words(own[row.entry_id or ""]) for row in planned.rows)


def _list_words(row: ImportedRow) -> tuple[int, str, str, dict[Column, str]]:
    return row.number, row.name, row.category, fingerprint_cells(row.cells)
