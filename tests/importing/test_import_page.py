"""The page of the last import in the preview, beside the register's own words."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, expect

from importing.report.report_file import save_report
from pages.all_pages import list_pages
from pages.desk.desk_page import Evidence, gather
from pages.desk.import_page import render_import
from register.editing.line_numbers import find_field_lines
from register.load import load_register
from register.register import Register
from support.browser.axe import find_complaints, find_complaints_in_the_dark
from support.build import ROOT
from support.commands import run_command
from support.preview import copy_project, run_preview
from support.registers.lists import Line, list_register, write_word
from website.import_report import FILE, ImportReport, read_report
from website.localized_site import LocalizedSite

EDIT = "https://e.example/r"
HOSTILE = "<img src=x onerror=alert(1)> {{ 7 * 7 }}"


@pytest.fixture(scope="module")
def report(register: Register, tmp_path_factory: pytest.TempPathFactory) -> ImportReport:
    """The report of a list with a change of each kind."""
    folder = tmp_path_factory.mktemp("import")
    before = list_register(register)
    lines = [*before[:40], Line(42, HOSTILE, before[40].category)]
    lines[8] = replace(lines[8], description="Ce que fait aussi cen.")
    lines[9] = replace(lines[9], name="Géoportail Colibri - PROJET", number=43)
    lines[10] = replace(lines[10], name="Renseignement avancé sur le fret")
    lines[20] = replace(lines[20], category=before[40].category)
    (folder / "data").symlink_to(ROOT / "data")
    since = write_word(folder / "old.docx", before, "Liste détaillée - 13 septembre 2023")
    path = write_word(folder / "new.docx", sorted(lines, key=lambda line: line.category))
    result = run_command(
        "--project", str(folder), "import", str(path), "--since", str(since), "--new", "42"
    )
    assert result.exit_code == 0, result.stderr
    found = read_report(folder)
    assert found is not None
    return found


def render(site: LocalizedSite, report: ImportReport | None) -> lxml.html.HtmlElement:
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    page = render_import(site, report, find_field_lines(source), EDIT)
    return lxml.html.fromstring(f"<main>{page.body}</main>")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_kind_of_change_is_shown_with_its_line(
    sites: dict, report: ImportReport, language: str
) -> None:
    site = sites[language]
    page = render(site, report)
    text = page.text_content()
    (cen,) = page.xpath("//article[.//a[contains(@href, 'initiatives/cen/')]]")
    assert cen.xpath(".//ins/text()") == ["aussi"]
    own = site.register.by_id["cen"].description
    assert {dd.text_content() for dd in cen.xpath(".//dd")} >= {own.fr, own.en}
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    line = find_field_lines(source)["cen"]["description"]
    assert cen.xpath(f".//a[@href='{EDIT}#L{line}']")
    (colibri,) = page.xpath("//article[.//a[contains(@href, 'colibri-geoportal')]]")
    assert colibri.xpath(".//ins/text()") == ["Géoportail Colibri - PROJET", "43"]
    (survey,) = page.xpath("//article[.//a[contains(@href, 'annual-survey')]]")
    categories = site.register.vocabulary.categories
    assert survey.xpath(".//del/text()") == [site.say(categories["aggregated-data-tools"].short)]
    assert site.title(site.register.by_id["pmm-common-indicators"]) in text
    assert HOSTILE in text
    assert not page.xpath("//img")


def test_rows_in_doubt_come_with_the_command_to_copy(sites: dict, report: ImportReport) -> None:
    page = render(sites["en"], report)
    (row,) = page.xpath("//table//tr[th[contains(., 'Renseignement avancé')]]")
    assert "same category; same number" in row.text_content()
    (command,) = page.xpath("//h2[@id='answers']/following-sibling::p/code/text()")
    assert command.endswith(" --same 11=cts")


def test_without_an_import_it_says_how_to_begin(sites: dict, tmp_path: Path) -> None:
    assert read_report(tmp_path) is None
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_text('{"lists": 7}')
    assert read_report(tmp_path) is None
    assert "python hooks import" in render(sites["fr"], None).text_content()


def test_an_entry_that_has_gone_since_is_left_out(sites: dict, report: ImportReport) -> None:
    old = report.lists[0].changes[0]
    (found,) = report.lists
    changes = (old.model_copy(update={"id": "gone-by-hand"}),)
    lists = (found.model_copy(update={"changes": changes, "gone": ("gone-by-hand",)}),)
    page = render(sites["en"], report.model_copy(update={"lists": lists}))
    assert "gone-by-hand" not in page.text_content()
    assert not page.xpath("//article")


def test_the_desk_lists_drafts_with_what_is_to_be_written(sites: dict, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    for path in (ROOT / "data").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    assert run_command("--project", str(tmp_path), "new", "my-draft").exit_code == 0
    register = load_register(folder, include_drafts=True)
    site = LocalizedSite(register, "en", sites["en"]._templates, sites["en"].links)
    desk = gather(site, Evidence(today=date(2026, 1, 1)), frozenset())
    by_key = {section.key: section.findings for section in desk.sections}
    (finding,) = by_key["drafts"]
    assert finding.place is not None
    assert (finding.place.id, finding.place.title) == ("my-draft", "my-draft (draft)")
    assert "objective.fr, objective.en" in finding.text
    assert not any(f.place and f.place.id == "my-draft" for f in by_key["translations"])
    # No page speaks of a number or a text that there is not.
    shown = {name: str(render().body) for name, render in list_pages(site).items()}
    assert not [name for name, body in shown.items() if re.search(r"\bNone\b", body)]
    assert sum("my-draft (draft)" in body for body in shown.values()) > 3


def test_the_preview_shows_the_import_and_the_draft(
    browser: Browser, report: ImportReport, tmp_path: Path
) -> None:
    copy_project(tmp_path)
    assert run_command("--project", str(tmp_path), "new", "my-draft").exit_code == 0
    with run_preview(tmp_path) as run:
        page = browser.new_page(viewport={"width": 320, "height": 700})
        page.goto(f"{run.address}/fr/desk/import/")
        expect(page.locator(".desk__change")).to_have_count(0)
        # An import in another terminal is shown without a reload by hand.
        assert save_report(report, tmp_path)
        expect(page.locator(".desk__change")).not_to_have_count(0)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert find_complaints(page) == []
        assert find_complaints_in_the_dark(page) == []
        page.goto(f"{run.address}/en/initiatives/my-draft/")
        expect(page.locator(".entry__draft")).to_be_visible()
