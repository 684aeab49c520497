"""The explorer of a register with more rows than its page has room for: a script has the others."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from pages.explorer.explorer_page import render_explorer
from pages.explorer.rows_script import list_rows_script
from register.model import LANGUAGES, Language
from support.browser.explorer import Values, open_explorer, select, shown
from website.localized_site import LocalizedSite

ROWS_IN_PAGE = 6


def shorten(page: Page, site: LocalizedSite, built: Path, script: Callable[[Route], None]) -> None:
    """Let `page` get the explorer with few rows, and what `script` answers for the others."""
    folder = built / site.language / "explore"
    whole = (folder / "index.html").read_text(encoding="utf-8")
    long, short = render_explorer(site).body, render_explorer(site, ROWS_IN_PAGE).body
    assert str(long) in whole
    text = whole.replace(str(long), str(short))
    page.route(
        re.compile("/explore/$"), lambda route: route.fulfill(body=text, content_type="text/html")
    )
    page.route(re.compile("/entries/rows.js$"), script)


def answer(site: LocalizedSite) -> Callable[[Route], None]:
    (artifact,) = list_rows_script(site, ROWS_IN_PAGE)
    return lambda route: route.fulfill(body=artifact.to_bytes(), content_type="text/javascript")


def test_a_small_register_has_no_script_of_rows(sites: dict[Language, LocalizedSite]) -> None:
    assert not list(list_rows_script(sites["fr"]))
    assert "explore__rest" not in render_explorer(sites["fr"]).body


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_of_the_script_are_filtered_sorted_and_compared_like_the_others(
    page: Page,
    site_address: str,
    built_site: Path,
    sites: dict[Language, LocalizedSite],
    facts: dict[str, Values],
    language: Language,
) -> None:
    site = sites[language]
    shorten(page, site, built_site, answer(site))
    open_explorer(page, site_address, language)
    assert shown(page) == list(facts)
    texts = page.locator("table.entries tbody tr").all_inner_texts()
    page.unroute_all()
    open_explorer(page, site_address, language)
    assert page.locator("table.entries tbody tr").all_inner_texts() == texts
    shorten(page, site, built_site, answer(site))
    open_explorer(page, site_address, language, "#phase=active")
    assert shown(page) == select(facts, {"phase": ["active"]})
    open_explorer(page, site_address, language, "#sort=-number")
    assert shown(page)[0] == site.register.initiatives[-1].id
    last = page.locator("table.entries tbody tr").first
    last.locator(".compare-box").check()
    expect(page.locator(".basket")).to_be_visible()
    expect(page.locator(".explore__rest")).to_have_count(0)


def test_without_its_script_the_table_stays_as_it_is_and_says_so(
    browser: Browser, site_address: str, built_site: Path, sites: dict[Language, LocalizedSite]
) -> None:
    # Its own page: the browser itself reports a script that it cannot load.
    page = browser.new_page()
    shorten(page, sites["en"], built_site, lambda route: route.abort())
    page.goto(f"{site_address}/en/explore/")
    expect(page.locator("[data-explore] .notice")).to_have_text(sites["en"].words("load-failed"))
    assert shown(page) == [entry.id for entry in sites["en"].register.initiatives[:ROWS_IN_PAGE]]
    assert page.locator("[data-facet=phase] a").count() > 0
    page.close()


def test_a_reader_without_scripts_is_led_to_all_entries(
    browser: Browser, site_address: str, built_site: Path, sites: dict[Language, LocalizedSite]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    shorten(page, sites["fr"], built_site, lambda route: route.abort())
    page.goto(f"{site_address}/fr/explore/")
    rest = page.locator(".explore__rest")
    expect(rest).to_contain_text(f"les {ROWS_IN_PAGE} premières initiatives")
    rest.locator("a").click()
    expect(page).to_have_url(re.compile("/fr/initiatives/$"))
    context.close()
