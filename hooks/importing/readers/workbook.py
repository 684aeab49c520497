"""The tables of an Excel workbook: one per visible sheet, values and not formulas."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from importing.readers.limits import MAX_COLUMNS, MAX_ROWS
from importing.readers.tables import ImportFault, Table, TableRow
from register.messages import Message, say

_SHEETS = "xl/worksheets/"


def read_workbook(data: bytes) -> tuple[Table, ...]:
    """Return a table for each visible sheet of the workbook `data` that has any text.

    Raises `ImportFault` if it is larger than a list, or a formula has no value, and whatever else
    where it is damaged.
    """
    book = load_book(data)
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    return tuple(
        Table(before=(sheet.title,), rows=rows, remarks=tuple(_list_hidden(sheet)))
        for sheet in sheets
        if (rows := tuple(_read_rows(sheet)))
    )


def load_book(data: bytes, *, formulas: bool = False) -> Any:
    """Return the workbook `data`, with `formulas` as they are typed or else with their values.

    None is evaluated. Raises `ImportFault` if it is larger than a list, or a value is missing.
    """
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            if part.startswith(_SHEETS) and part.endswith(".xml"):
                _check_cells(package.read(part), formulas=formulas)
    with warnings.catch_warnings():
        # What openpyxl does not know of a workbook is not in its cells.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(data), data_only=not formulas, keep_links=False)


def _check_cells(sheet: bytes, *, formulas: bool) -> None:
    """Raise `ImportFault` if a sheet says that it has more cells than a list.

    A merged range of a whole sheet would be made cell by cell in reading it. Unless `formulas` are
    to be read, none may have a value that is not in the file, or is an error.
    """
    from defusedxml.ElementTree import iterparse
    from openpyxl.utils.cell import range_boundaries

    for _, element in iterparse(io.BytesIO(sheet), events=("end",), forbid_dtd=True):
        tag = element.tag.rpartition("}")[2]
        if tag in ("c", "mergeCell"):
            reference = element.get("r" if tag == "c" else "ref") or "A1"
            _, _, column, row = range_boundaries(reference)
            if (row or 0) > MAX_ROWS or (column or 0) > MAX_COLUMNS:
                raise ImportFault(say("import-far-cell", cell=reference))
        if tag == "c" and not formulas:
            inner = {each.tag.rpartition("}")[2]: each.text for each in element}
            if element.get("t") == "e":
                raise ImportFault(say("import-cell-error", cell=element.get("r") or ""))
            # The value of a formula may be an empty text, but then it says so.
            if "f" in inner and not inner.get("v") and element.get("t") != "str":
                raise ImportFault(say("import-cell-formula", cell=element.get("r") or ""))
        if tag not in ("f", "v", "is"):
            element.clear()


def _list_hidden(sheet: Any) -> Iterator[Message]:
    """Yield a remark on the rows that are hidden, a filter's for instance: they are read, too."""
    hidden = [str(n) for n, row in sorted(sheet.row_dimensions.items()) if row.hidden]
    if hidden:
        yield say("import-hidden-rows", rows=tuple(hidden[:20]))


def _read_rows(sheet: Any) -> Iterator[TableRow]:
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for merged in sheet.merged_cells.ranges:
        for row in range(merged.min_row, merged.max_row + 1):
            for column in range(merged.min_col, merged.max_col + 1):
                origins[row, column] = (merged.min_row, merged.min_col)
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        texts, continued, spans = [], set(), set()
        for column, value in enumerate(cells, 1):
            top, left = origins.get((number, column), (number, column))
            if left < column:
                texts.append("")
                spans.add((top, left))
            elif top < number:
                texts.append(_show(sheet.cell(top, left).value))
                continued.add(column - 1)
            else:
                texts.append(_show(value))
        if any(texts):
            # One merged cell, and nothing beside it.
            is_banner = len(spans) == 1 and sum(map(bool, texts)) == 1
            yield TableRow(cells=tuple(texts), continued=frozenset(continued), is_banner=is_banner)


def _show(value: object) -> str:
    """Return the value of a cell as it reads."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "\n".join(" ".join(line.split()) for line in str(value).splitlines()).strip()
