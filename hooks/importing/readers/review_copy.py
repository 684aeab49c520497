"""The rows of a reviewer's copy, known by the hidden row of keys that each copy has."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from importing.readers.document import open_document
from importing.readers.tables import faults_of
from importing.readers.workbook import load_book
from register.model import LANGUAGES, Language

_NEEDED = frozenset({"id", "field", "fr", "en", "mark"})
# Above the keys there may be rows that a unit has added.
_SEARCHED = 20


class ReviewRow(Struct, frozen=True, kw_only=True):
    """A row of a copy: the texts of a field, and the fingerprints of those that went out.

    A text is None where the cell holds a formula or no text; `cells` names the cell of each ("D7").
    """

    file: str
    entry_id: str
    field: str
    texts: Mapping[Language, str | None]
    marks: Mapping[Language, str]
    remark: str
    cells: Mapping[Language, str]


def read_copy(path: Path) -> tuple[ReviewRow, ...] | None:
    """Return the rows of the reviewer's copy at `path`, None if it is no such copy.

    Formulas are not evaluated. Raises `ImportFault` if the file cannot be read, or is too large.
    """
    with faults_of(path.name):
        data, parts = open_document(path)
        if "xl/workbook.xml" in parts:
            for sheet in load_book(data, formulas=True).worksheets:
                columns, first = _find_columns(sheet)
                if columns:
                    return tuple(_read_rows(sheet, columns, first, path.name))
    return None


def _find_columns(sheet: Any) -> tuple[dict[str, int], int]:
    """Return the place of each column by its key, and the row below the keys; none if none."""
    for row in sheet.iter_rows(max_row=_SEARCHED):
        keys = {str(cell.value): place for place, cell in enumerate(row) if cell.value}
        if keys.keys() >= _NEEDED:
            return keys, row[0].row + 1
    return {}, 0


def _read_rows(
    sheet: Any, columns: Mapping[str, int], first: int, name: str
) -> Iterator[ReviewRow]:
    for row in sheet.iter_rows(min_row=first):
        texts = {key: _read_text(row[place]) for key, place in columns.items()}
        marks = (texts["mark"] or "").split("/")
        # The row of heads has no fingerprints, nor have rows that a unit has added.
        if len(marks) == len(LANGUAGES):
            yield ReviewRow(
                file=name,
                entry_id=texts["id"] or "",
                field=texts["field"] or "",
                texts={language: texts[language] for language in LANGUAGES},
                marks=dict(zip(LANGUAGES, marks, strict=True)),
                remark=(texts.get("remark") or "").strip(),
                cells={language: row[columns[language]].coordinate for language in LANGUAGES},
            )


def _read_text(cell: Any) -> str | None:
    """Return the text of a cell, None for a formula, a date and whatever else is no text."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f" or isinstance(value, bool):
        return None
    return str(value) if isinstance(value, str | int) else None
