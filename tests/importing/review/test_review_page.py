"""The page of reviewers' copies that came back, in the preview: cell by cell, as the terminal."""

import lxml.html
import pytest

from importing.readers.review_copy import ReviewRow
from importing.review.compare import compare_copies
from importing.review.report import report_review
from pages.desk.import_page import render_import
from register.editing.line_numbers import find_field_lines, find_line
from register.editing.review_texts import list_review_texts, mark_text
from register.model import LANGUAGES
from register.register import Register
from support.build import ROOT
from website.import_report import ImportReport

EDIT = "https://e.example/r"
HOSTILE = "<img src=x onerror=alert(1)>"


def send_back(
    register: Register, entry_id: str, key: str, *, remark: str = "", **texts: str
) -> ReviewRow:
    """Return the row of a text as a unit sends it back, with `texts` typed over by language."""
    entry = register.by_id[entry_id]
    text = next(each.text for each in list_review_texts(entry) if each.key == key)
    return ReviewRow(
        file="unit.xlsx",
        entry_id=entry_id,
        field=key,
        texts={each: texts.get(each, text[each]) for each in LANGUAGES},
        marks={each: mark_text(text[each], each) for each in LANGUAGES},
        remark=remark,
        cells={"fr": "D7", "en": "E7"},
    )


@pytest.fixture(scope="module")
def report(register: Register) -> ImportReport:
    entry = next(e for e in register.initiatives if len(e.milestones) > 1)
    rows = [
        send_back(register, "cen", "objective", fr=f"{HOSTILE} Un but nouveau."),
        send_back(register, "cts", "description", en=""),
        send_back(register, entry.id, "milestones.2.text", remark="À vérifier."),
        send_back(register, entry.id, "milestones.2.text", en="Something else."),
    ]
    return ImportReport(review=report_review(compare_copies(rows, register)))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_cell_is_shown_with_its_line_and_what_stands_in_its_way(
    sites: dict, report: ImportReport, language: str
) -> None:
    site = sites[language]
    lines = find_field_lines((ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8"))
    page = lxml.html.fromstring(f"<main>{render_import(site, report, lines, EDIT).body}</main>")
    figures = [int(each.text) for each in page.xpath("//dl[@class='figures']//dd")]
    assert figures == [4, 2, 0, 1]
    (cen,) = page.xpath("//tr[.//a[contains(@href, 'initiatives/cen/')]]")
    assert cen.xpath("string(.//td[1]/code)") == "objective.fr"
    assert cen.xpath("string(.//td[1]/span)") == "unit.xlsx D7"
    line = find_line(lines["cen"], "objective", site.register.lines["cen"])
    assert cen.xpath(f".//a[@href='{EDIT}#L{line}']")
    assert HOSTILE in cen.xpath("string(.//ins)")
    assert not page.xpath("//img")
    (cts,) = page.xpath("//tr[.//a[contains(@href, 'initiatives/cts/')]]")
    words = {"fr": "la cellule est vide", "en": "the cell is empty"}
    assert cts.xpath("string(.//td[2])").startswith(words[language])
    assert "À vérifier." in page.xpath("string(//section//li)")


def test_an_entry_that_has_gone_since_is_named_without_a_link(
    sites: dict, report: ImportReport
) -> None:
    assert report.review is not None
    edit = report.review.edits[0].model_copy(update={"id": "gone-by-hand"})
    found = report.review.model_copy(update={"edits": (edit,), "obstacles": (), "remarks": ()})
    body = render_import(sites["en"], report.model_copy(update={"review": found}), {}, "").body
    page = lxml.html.fromstring(f"<main>{body}</main>")
    assert page.xpath("string(//tbody//th)") == "gone-by-hand"
    assert not page.xpath("//tbody//a")
