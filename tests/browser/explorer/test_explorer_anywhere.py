"""The explorer on a narrow screen, from a folder, without JavaScript, and for who cannot see it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from exports.tables.csv_file import to_csv
from support.browser.axe import SCHEMES, find_complaints_in
from support.browser.explorer import Values, open_explorer, save_csv, select, shown

STATES = ("", "#view=cards&phase=active&q=data", "#view=dossier&lead=wco", "#q=zzzz")


@pytest.mark.parametrize(("width", "language"), [(1440, "fr"), (390, "en")])
def test_axe_finds_nothing_in_any_state(
    page: Page, site_address: str, width: int, language: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    complaints = []
    for at, state in enumerate(STATES):
        # What is light in one language is dark in the other.
        scheme = SCHEMES[(at + (language == "en")) % 2]
        page.emulate_media(color_scheme=scheme)
        open_explorer(page, site_address, language, state)
        if width < 900:
            page.locator(".toolbar__drawer button").click()
        page.locator("[data-facet=body] summary").click()
        complaints += [f"{state}: {each}" for each in find_complaints_in(page, scheme)]
    assert not complaints, "\n".join(complaints)


def test_filters_open_from_a_button_on_a_narrow_screen(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    open_explorer(page, site_address, "fr", "#phase=active")
    button = page.get_by_role("button", name="Filtres 1")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(page.locator("#filters")).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#filters")).to_be_visible()
    page.locator("[data-facet=phase] input[value=active]").uncheck()
    assert len(shown(page)) == 41
    for view in ("cards", "dossier", "table"):
        page.locator(f"[name=view][value={view}]").check()
        expect(page.locator("[data-explore]")).to_have_attribute("data-view", view)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, view


def test_a_long_facet_can_be_searched(page: Page, site_address: str) -> None:
    open_explorer(page, site_address, "en")
    page.locator("[data-facet=body] summary").click()
    page.locator("[data-facet=body] .facet__search").fill("postal")
    visible = page.locator("[data-facet=body] [data-value]:visible")
    expect(visible).to_have_count(1)
    visible.locator("input").check()
    expect(page).to_have_url(re.compile("#body=upu$"))


def test_without_javascript_the_table_is_whole_and_each_value_leads_to_its_page(
    browser: Browser, site_address: str, facts: dict[str, Values]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/en/explore/")
    assert shown(page) == list(facts)
    for hidden in (".toolbar", ".chosen", ".basket", ".dossier"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator(".filters input")).to_have_count(0)
    page.locator("[data-facet=phase] [data-value=pilot] a").click()
    assert sorted(shown(page)) == sorted(select(facts, {"phase": ["pilot"]}))
    context.close()


@pytest.fixture
def offline_page(browser: Browser) -> Iterator[Page]:
    """A page without any network."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.set_offline(True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: m.type in {"error", "warning"} and complaints.append(m.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert not complaints, "\n".join(complaints)


def test_all_of_it_works_from_a_folder(
    offline_page: Page, unpacked: Path, facts: dict[str, Values], sites: dict, tmp_path: Path
) -> None:
    page = offline_page
    page.goto((unpacked / "fr" / "explore.html").as_uri())
    page.locator("[data-facet=phase] input[value=pilot]").check()
    pilots = select(facts, {"phase": ["pilot"]})
    assert shown(page) == pilots
    page.locator("#explore-query").fill("sans ce mot zzzz")
    expect(page.locator("table.entries")).to_be_hidden()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)
    assert shown(page) == pilots
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    assert shown(page) == list(facts)
    assert save_csv(page, tmp_path).decode("utf-8") == to_csv(
        sites["fr"], "https://wco-data-initiatives.example/"
    )
    page.locator("[name=view][value=dossier]").check()
    expect(page.locator(".dossier__entry")).to_have_count(41)
    page.locator("[data-action=copy]").click()
    expect(page.locator(".chosen__said")).to_contain_text("Lien copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://wco-data-initiatives.example/fr/explore/#view=dossier"
    page.locator(".site-header__language").click()
    expect(page).to_have_url(re.compile(r"/en/explore\.html#view=dossier$"))
    page.locator(".dossier__entry a").first.click()
    expect(page.locator("h1")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/en/initiatives/[a-z-]+\.html$"))
