"""A tab that is open while another edition is deployed says so, goes on working, and leads on.

The bar is the same whenever it shows: its words are seen in both languages in the first test, and
in one of them in each of the others.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from support.browser.keeping import keep, watch_for_errors
from support.deploying import NEW_ID, come_back, deploy
from support.line import Line, hold_line

pytestmark = pytest.mark.unix

LANGUAGES = ["fr", "en"]
BAR = ".newer"
QUERY = "[data-md-component=search-query]"
RESULTS = ".md-search-result__item a"
SAID = {"fr": "n’est plus à jour", "en": "is out of date"}
RELOAD = {"fr": "Recharger la page", "en": "Reload the page"}
LATER = {"fr": "Plus tard", "en": "Later"}


class Published:
    """A site at its address, and the next edition that can take its place."""

    def __init__(self, line: Line, folder: Path) -> None:
        self.line = line
        self.address = line.address.rstrip("/")
        self._folder = folder

    def deploy(self, *, keeps_former: bool) -> None:
        deploy(self.line, self._folder, keeps_former=keeps_former)


@pytest.fixture
def site(tmp_path: Path, built_site: Path) -> Iterator[Published]:
    with hold_line(built_site) as line:
        yield Published(line, tmp_path / "next")


@pytest.fixture
def tab(browser: Browser, site: Published) -> Iterator[Page]:
    """A tab in which files may be missing, which a browser reports, but no script may fail."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors = watch_for_errors(page)
    yield page
    # What is still being loaded then fails.
    found = list(errors)
    context.close()
    assert not found


def look(page: Page) -> None:
    """Let the page look whether it is the published one, and wait until it has looked."""
    address = page.url.partition("#")[0]
    with page.expect_event("requestfinished", lambda request: request.url == address):
        come_back(page)
    page.evaluate("fetch('/robots.txt').then((answer) => answer.text())")


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_former_scripts_all_goes_on_and_the_page_says_it(
    page: Page, site: Published, language: str
) -> None:
    page.goto(f"{site.address}/{language}/explore/#phase=active")
    expect(page.locator(BAR)).to_have_count(0)
    chosen = page.locator("table.entries tbody tr:visible")
    site.deploy(keeps_former=True)
    # What is found is what was found before, although an entry has come before all others.
    page.locator("#explore-query").fill("asycuda")
    expect(page.locator(".chip")).to_have_count(2)
    expect(chosen.first).to_contain_text("ASYCUDA" if language == "en" else "SYDONIA")
    titles = chosen.locator("th").all_text_contents()
    come_back(page)
    bar = page.get_by_role("status").filter(has_text=SAID[language])
    expect(bar).to_be_visible()
    expect(bar).to_be_in_viewport()
    state = page.url
    bar.get_by_role("button", name=RELOAD[language]).click()
    expect(page.locator("h1")).to_contain_text("2")
    assert page.url == state
    expect(page.locator("#explore-query")).to_have_value("asycuda")
    expect(chosen.locator("th")).to_have_text(titles)
    look(page)
    expect(page.locator(BAR)).to_have_count(0)


def test_without_the_former_scripts_it_says_it_in_place_of_a_dead_search(
    tab: Page, site: Published
) -> None:
    language = "fr"
    tab.goto(f"{site.address}/{language}/about/")
    site.deploy(keeps_former=False)
    tab.locator(QUERY).press_sequentially("colibri")
    expect(tab.locator(BAR)).to_contain_text(SAID[language])
    # By keyboard, and the query is not lost.
    button = tab.get_by_role("button", name=RELOAD[language])
    button.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator("h1")).to_contain_text("2")
    expect(tab.locator(QUERY)).to_have_value("colibri")
    expect(tab.locator(RESULTS).first).to_contain_text("olibri", ignore_case=True)


def test_without_them_the_explorer_says_it_and_keeps_what_was_chosen(
    tab: Page, site: Published
) -> None:
    language = "en"
    tab.goto(f"{site.address}/{language}/explore/#phase=active")
    site.deploy(keeps_former=False)
    tab.locator("#explore-query").fill("data")
    expect(tab.locator(BAR)).to_contain_text(SAID[language])
    expect(tab.locator(".chosen__said")).not_to_be_empty()
    tab.get_by_role("button", name=RELOAD[language]).click()
    expect(tab.locator("h1")).to_contain_text("2")
    expect(tab.locator(".chip")).to_have_count(2)
    expect(tab.locator("#explore-query")).to_have_value("data")


def test_it_can_be_put_off_until_something_is_missing(tab: Page, site: Published) -> None:
    tab.goto(f"{site.address}/en/initiatives/cen/")
    site.deploy(keeps_former=False)
    come_back(tab)
    tab.get_by_role("button", name=LATER["en"]).click()
    expect(tab.locator(BAR)).to_have_count(0)
    assert tab.evaluate("document.activeElement.id") == "content"
    look(tab)
    expect(tab.locator(BAR)).to_have_count(0)
    tab.locator(QUERY).press_sequentially("colibri")
    expect(tab.locator(BAR)).to_be_visible()


def test_a_page_that_the_deploy_left_as_it_is_says_nothing(page: Page, site: Published) -> None:
    page.goto(f"{site.address}/fr/method/")
    site.deploy(keeps_former=True)
    look(page)
    expect(page.locator(BAR)).to_have_count(0)


def test_a_former_address_is_another_page(page: Page, site: Published) -> None:
    page.goto(f"{site.address}/fr/about/")
    page.route("**/fr/about/", lambda route: route.fulfill(body=MOVED, content_type="text/html"))
    site.deploy(keeps_former=True)
    come_back(page)
    expect(page.locator(BAR)).to_be_visible()


MOVED = '<!doctype html>\n<html lang="fr" data-edition="moved">\n'
ELSEWHERE = '<!doctype html><html lang="en"><title>Sign in to this network</title>'


@pytest.mark.parametrize("way", ["cut", "poor", "portal"])
def test_without_a_network_there_is_no_false_alarm(tab: Page, site: Published, way: str) -> None:
    tab.goto(f"{site.address}/en/about/")
    site.deploy(keeps_former=True)

    def answer(route: Route) -> None:
        if way == "portal":
            route.fulfill(body=ELSEWHERE, content_type="text/html")
        else:
            route.abort()

    tab.context.route("**/en/about/", answer)
    if way == "cut":
        tab.context.route("**/newer.js", answer)
    waited_for = "/newer.js" if way == "cut" else "/en/about/"
    ends = "requestfinished" if way == "portal" else "requestfailed"
    with tab.expect_event(ends, lambda request: request.url.endswith(waited_for)):
        come_back(tab)
    tab.evaluate("fetch('/robots.txt').then((answer) => answer.text())")
    expect(tab.locator(BAR)).to_have_count(0)
    # And as soon as there is one again, the page says it.
    tab.context.unroute("**/en/about/")
    tab.context.unroute("**/newer.js")
    come_back(tab)
    expect(tab.locator(BAR)).to_be_visible()


def test_a_kept_page_is_never_out_of_date(tab: Page, site: Published) -> None:
    keep(tab, f"{site.address}/", "en", only="en")
    tab.goto(f"{site.address}/en/about/")
    site.deploy(keeps_former=False)
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    come_back(tab)
    tab.locator(QUERY).press_sequentially("colibri")
    expect(tab.locator(RESULTS).first).to_be_visible()
    assert any(url.endswith("/newer.js") for url in requests)
    assert not [url for url in requests if url.endswith("/newer.json")]
    expect(tab.locator(BAR)).to_have_count(0)


def test_pages_from_files_have_nothing_of_it(page: Page, unpacked: Path) -> None:
    page.goto((unpacked / "fr" / "about.html").as_uri())
    assert page.locator("html").get_attribute("data-edition") is None
    assert not list(unpacked.rglob("newer.js*"))
    page.evaluate("dispatchEvent(new Event('incomplete'))")
    come_back(page)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("script[src$='newer.js']")).to_have_count(0)


def test_the_entry_that_came_is_found_after_reloading(page: Page, site: Published) -> None:
    """The next edition of these tests really is another one."""
    site.deploy(keeps_former=True)
    page.goto(f"{site.address}/en/about/?q=zzzz")
    expect(page.locator(f"{RESULTS}[href*='{NEW_ID}']").first).to_be_visible()
