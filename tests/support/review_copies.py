"""A reviewer's copy as it is sent out, filled in by a unit, and taken back."""

from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import Result

from support.commands import run_command

Cells = dict[tuple[str, str, str], object]


def take(project: Path, *arguments: object) -> Result:
    return run_command("--project", str(project), "import", *map(str, arguments))


def send(project: Path, path: Path) -> Path:
    result = run_command("--project", str(project), "review", "-o", str(path))
    assert result.exit_code == 0, result.stderr
    return path


def find_sheet(book: Any) -> Any:
    return next(sheet for sheet in book.worksheets if sheet["A1"].value == "id")


def fill_in(
    path: Path, to: Path, cells: Cells, change: Callable[[Any], None] = lambda _: None
) -> Path:
    """Write what a unit sends back: the copy with some cells typed over."""
    book = openpyxl.load_workbook(path)
    sheet = find_sheet(book)
    columns = {cell.value: cell.column for cell in sheet[1]}
    rows = {(row[0].value, row[1].value): row[0].row for row in sheet.iter_rows(min_row=3)}
    for (entry, field, column), text in cells.items():
        sheet.cell(rows[entry, field], columns[column]).value = text
    change(sheet)
    book.save(to)
    return to


def read_data(project: Path) -> dict[str, str]:
    return {
        path.name: path.read_bytes().decode() for path in sorted((project / "data").glob("*.yaml"))
    }


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    old, new = [], []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag != "equal":
            old += before.split("\n")[start:end]
            new += after.split("\n")[first:last]
    return old, new
