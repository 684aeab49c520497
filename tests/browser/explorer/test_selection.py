"""What is made of a selection in the explorer: a link, a table, a dossier on paper."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.tables.csv_file import GUARD, disarm
from register.model import Language
from register.register import Register
from support.browser.explorer import Values, open_explorer, save_csv, select
from support.browser.scripts import evaluate
from support.pdf import count_pages
from website.entries.table_cells import SEPARATORS
from website.text.prose import split_blocks


def test_the_link_is_copied(browser: Browser, site_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_explorer(page, site_address, "en", "#phase=active&q=data")
    page.locator("[data-action=copy]").click()
    expect(page.locator(".chosen__said")).to_have_text("Link copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site_address}/en/explore/#phase=active&q=data"
    context.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_selection_is_saved_as_the_published_table_has_it(
    page: Page,
    site_address: str,
    built_site: Path,
    facts: dict[str, Values],
    tmp_path: Path,
    language: Language,
) -> None:
    open_explorer(page, site_address, language)
    published = (built_site / "data" / "v1" / f"register-{language}.csv").read_bytes()
    assert save_csv(page, tmp_path) == published
    page.locator("[data-facet=access] input[value=members]").check()
    text = save_csv(page, tmp_path).decode("utf-8-sig")
    rows, whole = (
        list(csv.reader(io.StringIO(each, newline=""), delimiter=SEPARATORS[language]))
        for each in (text, published.decode("utf-8-sig"))
    )
    chosen = select(facts, {"access": ["members"]})
    assert rows == [whole[0], *(row for row in whole[1:] if row[0] in chosen)]


# Cells that a spreadsheet may take for formulas, and those that it would.
CELLS = [
    "=1+1",
    "+x",
    "-x",
    "@x",
    "\tx",
    "\rx",
    'a"b',
    "a,b",
    "a\nb",
    "",
    " =x",
    "＝x",
    " x",
    "é;’",
    "'",
    "=",
    "a;=x",
    "a, -x",
    'a\n"=x',
    "\x85=x",
    "a-b",
]
ARMED = {"=1+1", "+x", "-x", "@x", " =x", "＝x", "=", "a;=x", "a, -x", 'a\n"=x', "\x85=x"}


def test_the_tables_cells_are_quoted_and_disarmed_as_in_python(page: Page) -> None:
    assert {cell for cell in CELLS if GUARD in disarm(cell)} == ARMED
    for separator in SEPARATORS.values():
        output = io.StringIO()
        writer = csv.writer(
            output, lineterminator="\r\n", delimiter=separator, quoting=csv.QUOTE_ALL
        )
        writer.writerow(["one", "two"])
        writer.writerows([["x", disarm(cell)] for cell in CELLS])
        written = evaluate(
            page,
            ["explorer/csv"],
            "([cells, separator]) =>"
            " Csv.toCsv(['one', 'two'], cells.map((cell) => ['x', cell]), separator)",
            [CELLS, separator],
        )
        assert written == "\ufeff" + output.getvalue()


def test_texts_are_split_as_in_python(page: Page, register: Register) -> None:
    texts = ["a\nb", "- a\n- b", "a\n- b\nc\n\n\n d \n", "  - x\n y", "-a\n- b", "a\n \nb"]
    for entry in register.initiatives:
        texts += [entry.description.fr, entry.status.text.en, entry.objective.fr]
    parts = ["common/dom", "explorer/entry_details"]
    made = evaluate(page, parts, "texts => texts.map(EntryDetails.splitBlocks)", texts)
    assert made == [split_blocks(text) for text in texts]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_dossier_has_the_selected_entries_in_full_and_prints(
    page: Page, site_address: str, register: Register, facts: dict[str, Values], language: str
) -> None:
    open_explorer(page, site_address, language)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator("[data-facet=category] input[value=aggregated-data-tools]").check()
    page.locator("[data-action=print]").click()
    page.wait_for_function("window.printed")
    expect(page).to_have_url(re.compile("#category=aggregated-data-tools&view=dossier$"))
    chosen = select(facts, {"category": ["aggregated-data-tools"]})
    entries = page.locator(".dossier__entry")
    expect(entries).to_have_count(len(chosen))
    for element, key in zip(entries.all(), chosen, strict=True):
        entry = register.by_id[key]
        text = " ".join(element.inner_text().split())
        for part in (entry.name, entry.objective, entry.status.text, *entry.notes):
            assert " ".join(part[language].split()) in text, key
        for milestone in entry.milestones:
            assert " ".join(milestone.text[language].split()) in text
        assert not element.locator("a:not([href])").count()
    page.locator(".dossier__entry a").first.click()
    expect(page).to_have_url(re.compile(f"/{language}/initiatives/{chosen[0]}/$"))
    page.go_back()
    expect(entries).to_have_count(len(chosen))
    page.emulate_media(media="print")
    for hidden in (".filters", ".toolbar", ".chosen__actions", ".site-menu", "table.entries"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".dossier__head")).to_contain_text("#category=aggregated-data-tools")
    assert 1 <= count_pages(page.pdf(format="A4")) <= 4
