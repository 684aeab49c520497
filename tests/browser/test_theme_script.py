"""The theme's script comes with the first use of the search, and nothing typed before is lost."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from support.browser.places import Place

ENTRY = "initiatives/cen"
BUNDLE = "**/javascripts/bundle.*.js"
FOUND = {"fr": "Géoportail Colibri", "en": "COLIBRI Geoportal"}


def test_a_shortcut_opens_the_search_and_typing_at_once_is_not_lost(
    page: Page, place: Place
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(place.address(ENTRY))
    page.wait_for_load_state("load")
    assert not [url for url in asked if "/bundle." in url]
    page.keyboard.press("/")
    query = page.locator("[data-md-component=search-query]")
    expect(query).to_be_focused()
    page.keyboard.type("colibri")
    expect(query).to_have_value("colibri")
    # The results of the first letters come before those of the whole word.
    expect(page.locator(".md-search-result__item a").first).to_contain_text(FOUND[place.language])
    assert len([url for url in asked if "/bundle." in url]) == 1
    # The theme would fetch one for each page that is named as an alternate.
    assert not [url for url in asked if "sitemap" in url]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_contain_text(FOUND[place.language])


@pytest.mark.parametrize("way", ["tap", "click", "key"])
def test_a_slow_line_loses_no_letter(page: Page, place: Place, way: str) -> None:
    """What is typed before the theme's script has come stands, although the address names words."""
    held: list[Route] = []
    page.route(BUNDLE, lambda route: held.append(route))
    if way == "tap":
        page.set_viewport_size({"width": 390, "height": 800})
    with page.expect_request(re.compile(r"/bundle\.")):
        page.goto(place.address(ENTRY, "?q=asycuda"), wait_until="commit")
    query = page.locator("[data-md-component=search-query]")
    if way == "key":
        page.locator(".site-header__brand").focus()
        page.keyboard.press("/")
    else:
        (page.locator("[data-search-open]") if way == "tap" else query).click()
    page.keyboard.type("colib")
    # What is typed is seen; Enter neither leaves the page nor speaks to the policy.
    expect(query).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(query).to_have_value("colib")
    held[0].continue_()
    expect(page.locator(".md-search-result__item a").first).to_contain_text(FOUND[place.language])
    expect(query).to_have_value("colib")
    page.keyboard.type("ri")
    expect(query).to_have_value("colibri")


def test_an_address_with_a_query_searches_and_one_with_words_marks_them(
    page: Page, place: Place
) -> None:
    page.goto(place.address(ENTRY, "?q=colibri"))
    expect(page.locator(".md-search-result__item a").first).to_contain_text(FOUND[place.language])
    page.goto(place.address(ENTRY, "?h=data"))
    expect(page.locator("article mark").first).to_have_text(re.compile("data", re.IGNORECASE))


def test_light_and_dark_change_by_keyboard_without_the_theme(page: Page, place: Place) -> None:
    page.route(BUNDLE, lambda route: route.abort())
    page.emulate_media(color_scheme="light")
    page.goto(place.address(ENTRY))
    body = page.locator("body")
    for scheme in ("slate", "default"):
        page.locator(".site-header__palette input:checked").focus()
        page.keyboard.press("ArrowRight")
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
        page.reload()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
