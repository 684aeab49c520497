"""The way back: query and results, a selection, a comparison are there again after Back."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from register.model import Language
from support.browser.places import Place

QUERY = "[data-md-component=search-query]"
RESULTS = ".md-search-result__item a"


# Each way in both languages and with both kinds of address: see support/browser/places.py.
@pytest.mark.parametrize(
    ("kind", "language", "by_key"),
    [
        ("http", "fr", False),
        ("http", "en", True),
        ("file", "fr", True),
        ("file", "en", False),
    ],
)
def test_query_and_results_are_there_again(
    page: Page, site_address: str, unpacked: Path, kind: str, language: Language, by_key: bool
) -> None:
    root = site_address if kind == "http" else unpacked.as_uri()
    about = Place(root=root, language=language).address("about")
    page.goto(about)
    page.locator(QUERY).fill("asycuda")
    expect(page.locator(RESULTS).first).to_be_visible()
    # While it is typed, the address stays one to share.
    assert page.url == about
    titles = page.locator(RESULTS).all_text_contents()
    if by_key:
        page.locator(QUERY).press("Enter")
    else:
        page.locator(RESULTS).first.click()
    page.wait_for_url("**/initiatives/**")
    page.go_back()
    expect(page.locator(QUERY)).to_have_value("asycuda")
    expect(page.locator(RESULTS)).to_have_text(titles)
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#__search")).to_be_checked()
    # And once more: the first time, the theme takes the words out of the address.
    page.locator(RESULTS).first.click()
    page.wait_for_url("**/initiatives/**")
    page.go_back()
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator(QUERY).press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.url == about


SEARCHES = ("?q=asycuda", "?q%3Dasycuda", "?x=1&amp;q=asycuda.", "?x=1%26q%3Dasycuda")


def test_a_rewritten_link_to_a_search_is_the_same(page: Page, root: str) -> None:
    about = Place(root=root, language="en").address("about")
    for search in SEARCHES:
        page.goto(f"{about}{search}")
        expect(page.locator(QUERY)).to_have_value("asycuda." if "." in search else "asycuda")
        expect(page.locator(RESULTS).first).to_contain_text("ASYCUDA", ignore_case=True)


def test_a_selection_and_a_comparison_are_there_again(page: Page, place: Place) -> None:
    for path, state, chosen in (
        ("explore", "#phase=active&q=data&view=cards", ".chip"),
        ("compare", "#cen,data-model", ".compare__table thead a"),
    ):
        page.goto(place.address(path, state))
        expect(page.locator(chosen)).to_have_count(2)
        page.locator("table a:visible").first.click()
        page.wait_for_url("**/initiatives/**")
        page.go_back()
        expect(page.locator(chosen)).to_have_count(2)
        assert page.url.endswith(state)
