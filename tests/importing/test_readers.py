"""Every kind of document gives the same rows, and a hostile one a single clear line."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from importing.lists.rows import ImportedList, read_lists
from importing.readers.document import read_tables
from importing.readers.tables import ImportFault
from importing.words import ImportWords
from support.registers.lists import (
    LINES,
    TITLE,
    Line,
    add_detailed,
    add_summary,
    fill,
    strike_row,
    track,
    write_text,
    write_word,
    write_workbook,
)


def read(path: Path, words: ImportWords) -> ImportedList:
    (found,) = read_lists(read_tables(path), words)
    return found


def check(found: ImportedList) -> None:
    assert (found.kind, found.date, found.language) == ("detailed", "2025-06-30", "fr")
    assert found.title == TITLE
    assert [(row.number, row.name, row.category) for row in found.rows] == [
        (line.number, line.name, line.category) for line in LINES
    ]
    for row, line in zip(found.rows, LINES, strict=True):
        assert row.cells == {
            name: getattr(line, name) for name in ("objective", "actors", "description", "status")
        }


def test_word_with_a_row_per_category_and_heads_below_each(
    tmp_path: Path, words: ImportWords
) -> None:
    check(read(write_word(tmp_path / "list.docx", LINES), words))


def test_a_workbook(tmp_path: Path, words: ImportWords) -> None:
    check(read(write_workbook(tmp_path / "list.xlsx", LINES), words))


@pytest.mark.parametrize(
    ("name", "delimiter", "encoding"),
    [
        ("list.csv", ";", "cp1252"),
        ("list.csv", ",", "utf-8-sig"),
        ("list.tsv", "\t", "utf-8"),
        ("list.txt", "\t", "utf-16"),
    ],
)
def test_text_as_spreadsheets_write_it(
    tmp_path: Path, words: ImportWords, name: str, delimiter: str, encoding: str
) -> None:
    check(read(write_text(tmp_path / name, LINES, delimiter, encoding), words))


def test_both_lists_of_one_document_without_heads_in_the_first(
    tmp_path: Path, words: ImportWords
) -> None:
    document = docx.Document()
    document.add_paragraph("Les initiatives -")
    document.add_paragraph("Liste succincte – 1er mars 2025")
    add_summary(document, LINES)
    document.add_paragraph("")
    document.add_paragraph(TITLE)
    add_detailed(document, LINES)
    document.save(str(tmp_path / "both.docx"))
    summary, detailed = read_lists(read_tables(tmp_path / "both.docx"), words)
    assert (summary.kind, summary.date) == ("summary", "2025-03-01")
    assert summary.title == "Les initiatives - / Liste succincte – 1er mars 2025"
    assert [(row.number, row.name, row.category) for row in summary.rows] == [
        (line.number, line.name, line.category) for line in LINES
    ]
    check(detailed)


def test_a_row_goes_on_after_a_page(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, [Line(1, "Dossier", description="Il suit les")])
    fill(table.add_row().cells, ("", "dérivé", "Et relier.", "", "cautions.", ""))
    fill(table.add_row().cells, ("", "Initiative", "Objectif", "Acteurs", "Description", "Statut"))
    fill(table.add_row().cells, ("", "", "", "", "Il en suit d’autres.", ""))
    document.save(str(tmp_path / "list.docx"))
    (row,) = read(tmp_path / "list.docx", words).rows
    assert row.name == "Dossier dérivé"
    assert row.cells["description"] == "Il suit les cautions.\nIl en suit d’autres."
    assert row.cells["objective"] == "Servir.\nEt relier."
    assert row.cells["status"] == "Actif"


def test_a_list_goes_on_in_a_table_without_heads(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    add_detailed(document, LINES[:2])
    document.add_paragraph("")
    table = document.add_table(rows=0, cols=6)
    fill(table.add_row().cells, replace(LINES[2], category=LINES[1].category).cells)
    document.save(str(tmp_path / "list.docx"))
    found = read(tmp_path / "list.docx", words)
    assert [row.name for row in found.rows] == [line.name for line in LINES]
    assert found.rows[2].category == LINES[1].category


def test_a_number_merged_over_rows_is_one_row(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, [Line(1, "Dossier"), Line(2, "Portail")])
    extra = table.add_row().cells
    fill(extra[2:], ("Et relier.", "", "", ""))
    last = table.rows[-2].cells
    for column in (0, 1):
        text = last[column].text
        last[column].merge(extra[column]).text = text
    document.save(str(tmp_path / "list.docx"))
    rows = read(tmp_path / "list.docx", words).rows
    assert [row.name for row in rows] == ["Dossier", "Portail"]
    assert rows[1].cells["objective"] == "Servir.\nEt relier."


def test_tracked_changes_are_taken_as_accepted(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, [Line(1, "Portail "), Line(2, "Retirée"), Line(3, "Base")])
    paragraph = table.rows[2].cells[1].paragraphs[0]
    track(paragraph, "del", "ancien")
    track(paragraph, "moveFrom", "parti")
    track(paragraph, "ins", "nouveau")
    track(paragraph, "moveTo", " venu")
    strike_row(table.rows[3])
    document.add_comment(table.rows[4].cells[1].paragraphs[0].runs, text="À revoir", author="x")
    document.save(str(tmp_path / "list.docx"))
    assert [row.name for row in read(tmp_path / "list.docx", words).rows] == [
        "Portail nouveau venu",
        "Base",
    ]


def test_bullets_raised_letters_and_hidden_text(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, [Line(1, "Portail", description="Il offre :")])
    cells = table.rows[-1].cells
    cells[4].add_paragraph("des cartes", style="List Bullet")
    paragraph = cells[5].paragraphs[0]
    paragraph.text = "La 12"
    paragraph.add_run("ème").font.superscript = True
    paragraph.add_run(" session, 5 m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run(" caché").font.hidden = True
    document.save(str(tmp_path / "list.docx"))
    (row,) = read(tmp_path / "list.docx", words).rows
    assert row.cells["description"] == "Il offre :\n- des cartes"
    assert row.cells["status"] == "La 12ème session, 5 m²"


def test_word_numbers_the_rows_by_itself(tmp_path: Path, words: ImportWords) -> None:
    document = docx.Document()
    document.add_paragraph(TITLE)
    table = add_detailed(document, LINES)
    for row in table.rows:
        if row.cells[0].text.isdigit():
            row.cells[0].text = ""
            row.cells[0].paragraphs[0].style = document.styles["List Number"]
            properties = row.cells[0].paragraphs[0]._p.get_or_add_pPr()
            number = properties.get_or_add_numPr()
            number.get_or_add_numId().set(qn("w:val"), "7")
    document.save(str(tmp_path / "list.docx"))
    assert [row.number for row in read(tmp_path / "list.docx", words).rows] == [1, 2, 3]


def test_english_heads(tmp_path: Path, words: ImportWords) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(
        "Number\tInitiative\tObjective\tActors\tDescription\tStatus\tCategory\n"
        "1\tCorridor portal\tTo serve\tUnit A\tA portal\tActive\tTOOLS\n",
        encoding="utf-8",
    )
    found = read(path, words)
    assert (found.language, found.date) == ("en", None)
    assert found.rows[0].category == "TOOLS"
    assert found.rows[0].cells["status"] == "Active"


def test_columns_that_cannot_be_told_are_to_be_named(tmp_path: Path, words: ImportWords) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("1\tPortail\tServir\tUnité\n2\tBase\tGarder\tUnité\n", encoding="utf-8")
    with pytest.raises(ImportFault, match=r"1 “1”, 2 “Portail”.*--columns number=1,name=2"):
        read_lists(read_tables(path), words)
    (found,) = read_lists(read_tables(path), words, {"number": 0, "name": 1, "objective": 2})
    assert [(row.name, row.cells) for row in found.rows] == [
        ("Portail", {"objective": "Servir"}),
        ("Base", {"objective": "Garder"}),
    ]


def test_what_looks_wrong_in_the_list_is_said(tmp_path: Path, words: ImportWords) -> None:
    found = read(write_word(tmp_path / "list.docx", [Line(1, "A b"), Line(4, "C d")]), words)
    assert [str(each) for each in found.remarks] == ["these numbers are missing: 2, 3"]
    with pytest.raises(ImportFault, match="more than once: 4"):
        read(
            write_word(tmp_path / "twice.docx", [Line(4, "A b"), Line(1, "x"), Line(4, "C")]), words
        )
