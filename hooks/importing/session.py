"""An import from beginning to end: documents in, what they come to out."""

from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec.structs import replace

from importing.answers import Answers
from importing.lists.columns import Columns
from importing.lists.rows import ImportedList, read_lists
from importing.matching.fingerprints import FILE, read_fingerprints
from importing.own_lists import OwnRows
from importing.plan import make_plan
from importing.planned import Plan
from importing.readers.document import read_tables
from importing.readers.tables import ImportFault
from importing.report.difference import ListDifference, OldCells, find_difference
from importing.words import ImportWords, Kind, name_list
from register.messages import say
from register.register import Register


def read_documents(
    paths: Sequence[Path], words: ImportWords, columns: Columns | None, date: str | None
) -> tuple[ImportedList, ...]:
    """Return the lists in the documents at `paths`, of `date` if one is given.

    Raises `ImportFault` where one cannot be read, has no list, or a list stands in two of them.
    """
    lists: list[ImportedList] = []
    for path in paths:
        tables = read_tables(path)
        try:
            lists += read_lists(tables, words, columns)
        except ImportFault as error:
            raise error.of_file(path.name) from None
    kinds = [each.kind for each in lists]
    if len(set(kinds)) < len(kinds):
        raise ImportFault(say("import-list-twice", list=name_list(kinds[-1])))
    if date is not None:
        lists = [replace(each, date=date) for each in lists]
    return tuple(lists)


def study(
    lists: Sequence[ImportedList],
    before: Sequence[ImportedList],
    register: Register,
    words: ImportWords,
    answers: Answers,
    folder: Path,
    own: OwnRows = MappingProxyType({}),
) -> tuple[Plan, tuple[ListDifference, ...]]:
    """Return what importing `lists` comes to, held against the lists `before` where given.

    That is a plan, and what each of its lists changes. `folder` is the data folder, `register` what
    it holds, drafts included; `own` has the rows of the register's own lists. Raises `ImportFault`.
    """
    plan = make_plan(lists, register, words, answers, own)
    marks = folder / FILE
    known = read_fingerprints(marks.read_text(encoding="utf-8") if marks.exists() else "")
    old = _find_old_cells(before, register, words, own)
    return plan, tuple(
        find_difference(each, register, words, known, own.get(kind, {}), old.get(kind, {}))
        for each in plan.lists
        for kind in (each.found.kind,)
    )


def _find_old_cells(
    before: Sequence[ImportedList], register: Register, words: ImportWords, own: OwnRows
) -> dict[Kind, OldCells]:
    """Return the cells of the document before by list and entry, of its sure rows."""
    if not before:
        return {}
    plan = make_plan(before, register, words, Answers(), own)
    return {
        each.found.kind: {
            row.entry_id: row.row.cells
            for row in each.rows
            if row.entry_id is not None and not row.is_new
        }
        for each in plan.lists
    }
