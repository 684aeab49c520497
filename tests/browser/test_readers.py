"""The built site in a real Chromium, as readers use it."""

import pytest
from playwright.sync_api import Browser, Page, expect

WORDS = {
    "fr": {
        "category": "Définition des normes",
        "entry": "Modèle de données (MD)",
        "home": "Accueil",
    },
    "en": {"category": "Standard setting", "entry": "WCO Data Model (WCO DM)", "home": "Home"},
}
SEARCHES = {
    "fr": ("mécanisme de mesure", "Mécanisme"),
    "en": ("cargo targeting", "Cargo Targeting"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_walk_from_home_to_search(page: Page, site_address: str, language: str) -> None:
    words, other = WORDS[language], "en" if language == "fr" else "fr"
    page.goto(f"{site_address}/")
    page.locator(f"a.door[hreflang={language}]").click()
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.locator(".card a", has_text=words["category"]).click()
    expect(page.locator("main h1")).to_have_text(words["category"])
    page.locator("table.entries a", has_text=words["entry"]).click()
    expect(page.locator("main h1")).to_have_text(words["entry"])
    expect(page.locator(".trail a").first).to_have_text(words["home"])
    page.locator(".site-header__language").click()
    expect(page).to_have_url(f"{site_address}/{other}/initiatives/data-model/")
    expect(page.locator("main h1")).to_have_text(WORDS[other]["entry"])
    page.go_back()
    query, found = SEARCHES[language]
    page.locator("[data-md-component=search-query]").press_sequentially(query)
    result = page.locator(".md-search-result__item a").first
    expect(result).to_contain_text(found)
    result.click()
    expect(page.locator("main h1")).to_contain_text(found)
    assert f"/{language}/initiatives/" in page.url


def test_an_acronym_is_explained_on_focus_on_hover_and_closed_by_escape(
    page: Page, site_address: str
) -> None:
    page.goto(f"{site_address}/fr/initiatives/cen/")
    short = page.locator(".acronym__short").first
    note = page.locator(f"#{short.get_attribute('aria-describedby')}")
    expect(note).to_be_hidden()
    short.focus()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    page.locator("h1").click()
    short.hover()
    expect(note).to_be_visible()


def test_an_acronym_is_explained_on_tap(browser: Browser, site_address: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{site_address}/en/initiatives/pmm-assessment/")
    for short in page.locator(".entry__main .acronym__short").all():
        note = page.locator(f"#{short.get_attribute('aria-describedby')}")
        # The note of the one before may lie over this one, until it is closed.
        page.locator("h1").tap()
        short.tap()
        expect(note).to_be_visible()
        box = note.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        # A tap beside it closes it: open, it may lie on the next one.
        page.touchscreen.tap(1, 1)
        expect(note).to_be_hidden()
    context.close()


def test_the_skip_link_is_first_and_leads_to_the_content(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/fr/initiatives/cen/")
    page.keyboard.press("Tab")
    skip = page.locator(".md-skip")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()


def test_search_opens_from_a_button_on_a_narrow_screen(page: Page, site_address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{site_address}/en/")
    button = page.locator("[data-search-open]")
    button.focus()
    page.keyboard.press("Enter")
    query = page.locator("[data-md-component=search-query]")
    expect(query).to_be_focused()
    query.press_sequentially("TRS")
    expect(page.locator(".md-search-result__item").first).to_be_visible()


def test_dark_mode_is_remembered(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/fr/")
    page.locator(".site-header__palette label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{site_address}/en/about/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_an_unknown_address_answers_in_the_language_requested(
    browser: Browser, site_address: str
) -> None:
    page = browser.new_page()
    for language, word in (("fr", "Page introuvable"), ("en", "Page not found")):
        answer = page.goto(f"{site_address}/{language}/nowhere/at/all/")
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("h1:visible")).to_have_text(word)
        expect(page.locator("html")).to_have_attribute("lang", language)
        page.locator(".not-found:visible a.action").first.click()
        expect(page).to_have_url(f"{site_address}/{language}/")
    page.close()


def test_without_javascript_all_is_there_to_read(browser: Browser, site_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/fr/")
    page.locator(".site-header__all").click()
    expect(page.locator("table.entries tbody tr")).to_have_count(41)
    page.locator("table.entries a", has_text="Base de données ACE").click()
    expect(page.locator("#facts")).to_be_visible()
    expect(page.locator(".site-header__search")).to_be_hidden()
    context.close()
