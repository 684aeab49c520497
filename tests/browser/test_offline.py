"""The offline editions in a real Chromium without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from build.security_headers import OFFLINE_POLICY, write_policy
from support.browser.axe import find_complaints
from support.browser.visits import DESK, watch


def open_offline(browser: Browser, complaints: list[str]) -> Page:
    """Return a page without any network, which notes whatever goes wrong."""
    context = browser.new_context(viewport=DESK)
    context.set_offline(True)
    page = context.new_page()
    watch(page, complaints)
    return page


@pytest.mark.parametrize(
    ("language", "query", "found", "twin"),
    [
        ("fr", "géoportail", "Géoportail Colibri", "COLIBRI Geoportal"),
        ("en", "geoportal", "COLIBRI Geoportal", "Géoportail Colibri"),
    ],
)
def test_search_switch_and_dark_mode_work(
    browser: Browser, unpacked: Path, language: str, query: str, found: str, twin: str
) -> None:
    complaints: list[str] = []
    page = open_offline(browser, complaints)
    page.goto((unpacked / "index.html").as_uri())
    page.locator(f"a.door[hreflang={language}]").click()
    page.locator(".site-header__palette label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("[data-md-component=search-query]").press_sequentially(query)
    result = page.locator(".md-search-result__item a", has_text=found).first
    result.click()
    expect(page.locator("main h1")).to_have_text(found)
    page.locator(".site-header__language").click()
    expect(page.locator("main h1")).to_have_text(twin)
    assert not complaints, complaints
    page.context.close()


def test_the_policy_lets_only_scripts_from_the_disk_run(browser: Browser, unpacked: Path) -> None:
    assert "unsafe" not in write_policy(OFFLINE_POLICY)
    refused: list[str] = []
    page = open_offline(browser, refused)
    page.goto((unpacked / "fr" / "index.html").as_uri())
    page.evaluate(
        """() => new Promise((done) => {
          let heard = 0;
          addEventListener("securitypolicyviolation", () => (heard += 1) === 4 && done());
          const add = (script) => document.head.append(
            Object.assign(document.createElement("script"), script));
          add({textContent: "window.ran = 1"});
          add({src: "data:text/javascript,window.ran = 1"});
          add({src: "https://x.invalid/x.js"});
          document.body.setAttribute("onclick", "window.ran = 1");
          document.body.click();
        })"""
    )
    assert page.evaluate("window.ran") is None
    assert len([text for text in refused if "Content Security Policy" in text]) == 4, refused
    page.context.close()


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light"), ("en", "dark")])
def test_the_single_file_filters_and_is_accessible(
    browser: Browser, editions: Path, language: str, scheme: str
) -> None:
    complaints: list[str] = []
    page = open_offline(browser, complaints)
    page.emulate_media(color_scheme=scheme)
    page.goto(next(editions.glob(f"*-{language}.html")).as_uri())
    page.locator("#filter").fill("qgis")
    expect(page.locator("article:visible")).to_have_count(1)
    expect(page.locator("output")).to_contain_text("1")
    page.locator("#filter").fill("")
    expect(page.locator("article:visible")).to_have_count(41)
    # Why not in each language in both schemes: see support/browser/axe.py.
    assert find_complaints(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert not complaints, complaints
    page.context.close()
