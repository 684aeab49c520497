"""Back shows a page as it was left: nothing keeps it out of the browser's back/forward cache.

In Firefox, since Chromium's headless shell has no such cache. By turns in French and in English:
what keeps a page out is a script or a header, and these are the same in both languages.
"""

import pytest

from support.browser.firefox import Firefox

pytestmark = pytest.mark.unix

STAYED = "window.stayed === true"
# What the search loads; Firefox keeps no page that is still loading something.
LOADED = """
  ['/box.js', '/bundle.'].every((part) =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes(part)))
"""
# The icon of a result is an image, which Firefox loads when it first draws one. No script of a page
# sees when that ends.
WITHOUT_ICON = "(document.body.style.setProperty('--md-search-result-icon', 'none'), null)"
COMPARED = "document.querySelectorAll('.compare__table thead a').length"
COUNT = "document.querySelector('.chosen__count').textContent.trim()"


def leave_and_come_back(firefox: Firefox, elsewhere: str) -> bool:
    """Go to another page and back; return whether the page is the one that was left."""
    address = firefox.ask("location.href")
    firefox.ask("(window.stayed = true)")
    firefox.open(elsewhere)
    assert not firefox.ask(STAYED)
    firefox.ask("(history.back(), null)")
    firefox.arrive(f"location.href === '{address}'")
    return bool(firefox.ask(STAYED))


@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("fr", ""),
        ("en", "initiatives/cen/"),
        ("en", "download/"),
    ],
)
def test_a_page_is_there_again_as_it_was_left(
    firefox: Firefox, site_address: str, language: str, path: str
) -> None:
    firefox.open(f"{site_address}/{language}/{path}")
    assert leave_and_come_back(firefox, f"{site_address}/{language}/method/")


def test_so_is_a_comparison(firefox: Firefox, site_address: str) -> None:
    firefox.open(f"{site_address}/fr/compare/#cen,data-model")
    firefox.wait(f"{COMPARED} === 2")
    assert leave_and_come_back(firefox, f"{site_address}/fr/method/")
    assert firefox.ask(COMPARED) == 2


def test_so_is_an_explorer_that_was_searched(firefox: Firefox, site_address: str) -> None:
    firefox.open(f"{site_address}/en/explore/#q=asycuda")
    firefox.wait(f"{COUNT}.startsWith('1 ')")
    assert leave_and_come_back(firefox, f"{site_address}/en/method/")
    assert firefox.ask(COUNT).startswith("1 ")


def test_so_is_a_page_on_which_the_search_was_open(firefox: Firefox, site_address: str) -> None:
    firefox.open(f"{site_address}/fr/")
    firefox.ask(WITHOUT_ICON)
    firefox.type("/", "transit")
    firefox.wait(f"document.querySelector('.md-search-result__item') && {LOADED}")
    assert leave_and_come_back(firefox, f"{site_address}/fr/method/")


def test_a_page_that_the_cache_refuses_would_be_noticed(
    firefox: Firefox, site_address: str
) -> None:
    firefox.open(f"{site_address}/fr/")
    firefox.ask("(addEventListener('unload', () => {}), null)")
    assert not leave_and_come_back(firefox, f"{site_address}/fr/method/")
