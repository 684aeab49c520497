"""The tables as CSV: rows and cells as spreadsheets in French and in English take them apart."""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from exports.tables.csv_file import BYTE_ORDER_MARK, GUARD, disarm
from register.model import LANGUAGES, Language
from website.data_files import FOLDER
from website.entries.table_cells import COLUMNS, SEPARATORS
from website.localized_site import LocalizedSite

# With what a spreadsheet in some language parts cells.
ANY_SEPARATOR = (";", ",", "\t", "|")


def read_rows(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_opens_in_its_language(
    built_site: Path, sites: Mapping[Language, LocalizedSite], language: Language
) -> None:
    text = (built_site / FOLDER / f"register-{language}.csv").read_bytes().decode("utf-8")
    assert text.startswith(BYTE_ORDER_MARK)
    text = text.removeprefix(BYTE_ORDER_MARK)
    head, *rows = read_rows(text, SEPARATORS[language])
    assert tuple(head) == COLUMNS
    site = sites[language]
    for row, entry in zip(rows, site.register.initiatives, strict=True):
        cells = dict(zip(COLUMNS, row, strict=True))
        assert cells["id"] == entry.id
        assert cells["name"] == site.title(entry)
        assert cells["objective"].replace(GUARD, "") == entry.objective[language]
        assert not any(cell.startswith("'") for cell in row)


def test_each_language_has_the_separator_of_its_spreadsheets() -> None:
    assert SEPARATORS == {"fr": ";", "en": ","}


HOSTILE = [
    *("=1+1", "+1", "-1", "@x", "＝1", " =1", "\t=1", "\r=1", "\ufeff=1", '"=1', "'=1", "- a"),
    *("x;=1", "x; =1", "x,=1", "x\t=1", "x\n=1", "x|=1", 'x;"=1', 'x;""=1', "a;b;-c,+d"),
    *('";=1', '","=1', '=1";"=2', "x;\xa0=1", "x;\n;=1"),
]


@pytest.mark.parametrize("written", SEPARATORS.values())
@pytest.mark.parametrize("read", ANY_SEPARATOR)
def test_no_cell_is_a_formula_wherever_it_is_opened(written: str, read: str) -> None:
    for cell in HOSTILE:
        output = io.StringIO()
        writer = csv.writer(output, delimiter=written, quoting=csv.QUOTE_ALL)
        writer.writerow(["x", disarm(cell), disarm(cell)])
        for found in (each for row in read_rows(output.getvalue(), read) for each in row):
            assert not re.match(r"""[\s\ufeff"']*[=+\-@＝＋－＠]""", found), (cell, found)


@pytest.mark.parametrize("cell", ["", "x", "a-b", "a=b", "e; f, g", "x -1", "https://a.example/-b"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert disarm(cell) == cell


@pytest.mark.parametrize("cell", HOSTILE)
def test_nothing_that_a_reader_sees_is_added(cell: str) -> None:
    assert disarm(cell).replace(GUARD, "") == cell
    assert disarm(disarm(cell)) == disarm(cell)
