"""Documents as they come: what they hide, lack or frame is read, refused or remarked on."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from importing.lists.rows import ImportedList
from importing.readers.tables import ImportFault
from importing.session import read_documents
from importing.words import read_words
from support.build import ROOT
from support.registers.lists import (
    TITLE,
    Line,
    add_detailed,
    fill,
    write_text,
    write_word,
    write_workbook,
)

LINES = [Line(1, "Portail"), Line(2, "Base"), Line(3, "Norme")]
WORDS = read_words(ROOT / "data")


def read(path: Path) -> ImportedList:
    (found,) = read_documents([path], WORDS, None, None)
    return found


def say_remarks(path: Path) -> list[str]:
    return [str(each) for each in read(path).remarks]


def refuse(path: Path) -> str:
    with pytest.raises(ImportFault) as fault:
        read(path)
    return str(fault.value)


def change_word(path: Path, number: str, **cells: str) -> Path:
    """Write a Word list with cells of the row with that number typed over, by their places."""
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, LINES)
    (row,) = (row for row in table.rows if row.cells[0].text == number)
    for place, text in cells.items():
        row.cells[int(place.removeprefix("cell"))].text = text
    document.save(str(path))
    return path


def change_workbook(path: Path, cell: str, value: Any, kind: str = "") -> Path:
    book = openpyxl.load_workbook(write_workbook(path, LINES))
    book.active[cell].value = value
    if kind:
        book.active[cell].data_type = kind
    book.save(path)
    return path


def test_a_list_in_a_table_that_frames_the_page_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    frame = document.add_table(1, 1).cell(0, 0)
    frame.text = TITLE
    inner = frame.add_table(1, 6)
    fill(inner.rows[0].cells, ("N°", "Initiative", "Objectif", "Acteurs", "Description", "Statut"))
    for line in LINES:
        fill(inner.add_row().cells, line.cells)
    document.save(str(tmp_path / "list.docx"))
    found = read(tmp_path / "list.docx")
    assert (found.title, found.date) == (TITLE, "2025-06-30")
    assert [row.name for row in found.rows] == ["Portail", "Base", "Norme"]


@pytest.mark.parametrize(
    "kind", ["wordprocessingml.template.main+xml", "ms-word.document.macroEnabled.main+xml"]
)
def test_a_template_is_not_called_damaged(tmp_path: Path, kind: str) -> None:
    path = write_word(tmp_path / "list.docx", LINES)
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    types = parts["[Content_Types].xml"]
    assert b"wordprocessingml.document.main+xml" in types
    parts["[Content_Types].xml"] = types.replace(
        b"wordprocessingml.document.main+xml", kind.encode()
    )
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    assert refuse(path).startswith("list.docx: this is a template, or a document that may hold")


def test_a_formula_without_a_value_and_an_error_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    assert "the cell F4 holds a formula" in refuse(change_workbook(path, "F4", '=A4&"x"'))
    assert "the cell B4 shows an error" in refuse(change_workbook(path, "B4", "#REF!", "e"))


def test_hidden_rows_are_read_and_named(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "list.xlsx", LINES)
    book = openpyxl.load_workbook(path)
    book.active.row_dimensions[5].hidden = True
    book.save(path)
    assert len(read(path).rows) == 3
    assert say_remarks(path) == ["hidden rows of the workbook are read, too: 5"]


def test_a_row_without_a_name_is_not_added_to_the_row_before(tmp_path: Path) -> None:
    path = change_word(tmp_path / "list.docx", "2", cell1="")
    assert [row.number for row in read(path).rows] == [1, 3]
    assert read(path).rows[0].cells["objective"] == LINES[0].objective
    assert say_remarks(path)[0] == "the row with number 2 has no name and is passed over"


def test_what_is_added_to_a_name_is_said(tmp_path: Path) -> None:
    """A total below the list, for instance, looks like the rest of the last name."""
    path = change_word(
        tmp_path / "list.docx", "3", cell0="", cell2="", cell3="", cell4="", cell5=""
    )
    assert say_remarks(path) == ["“Norme” is taken for the rest of the name with number 2"]


@pytest.mark.parametrize("number", ["2bis", "1.2"])
def test_rows_that_are_numbered_in_their_order_are_said_to_be(tmp_path: Path, number: str) -> None:
    path = change_word(tmp_path / "list.docx", "2", cell0=number)
    assert [row.number for row in read(path).rows] == [1, 2, 3]
    assert say_remarks(path) == [
        "no column holds numbers only: the rows are numbered in their order"
    ]


def test_a_category_is_not_the_title_of_a_list_without_one(tmp_path: Path) -> None:
    path = write_word(tmp_path / "list.docx", LINES, "")
    assert read(path).title == ""
    path = write_word(tmp_path / "list.docx", LINES, "Liste détaillée - juin 2025")
    assert (read(path).title, read(path).date) == ("Liste détaillée - juin 2025", None)


def test_the_line_that_names_the_delimiter_is_no_title(tmp_path: Path) -> None:
    lines = [replace(LINES[0], description='Un "outil"\tet plus'), *LINES[1:]]
    path = write_text(tmp_path / "list.csv", lines)
    path.write_bytes(b"sep=;\r\n" + path.read_bytes())
    found = read(path)
    assert found.title == TITLE
    assert found.rows[0].cells["description"] == 'Un "outil" et plus'
