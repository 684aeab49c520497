"""The kept register in a real Chromium, with the line cut: everything opens, nothing complains."""

import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from register.model import LANGUAGES
from support.browser.keeping import ANSWERS, STORED, keep, list_pages, open_panel, wait_until_kept
from support.browser.pages import KINDS
from support.browser.visits import LISTEN, watch
from support.line import Line, hold_line

pytestmark = pytest.mark.unix

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item a"


@pytest.fixture(scope="module")
def kept(browser: Browser, built_site: Path) -> Iterator[tuple[BrowserContext, Line]]:
    """A browser that keeps both languages, and the line that is cut."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(LISTEN)
    with hold_line(built_site) as line:
        page = context.new_page()
        keep(page, line.address)
        page.close()
        line.cut()
        yield context, line
    context.close()


@pytest.fixture
def page(kept: tuple[BrowserContext, Line]) -> Iterator[Page]:
    """A page of that browser; whatever goes wrong on it fails the test."""
    page = kept[0].new_page()
    complaints: list[str] = []
    watch(page, complaints)
    yield page
    complaints += page.evaluate("window.violations")
    page.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def address(kept: tuple[BrowserContext, Line]) -> str:
    return kept[1].address


def test_every_page_of_both_languages_is_there(page: Page, address: str, built_site: Path) -> None:
    page.goto(f"{address}en/about/")
    pages = list_pages(built_site)
    assert len(pages) > 200
    assert page.evaluate(ANSWERS, {f"{address}{name}": size for name, size in pages.items()}) == []


def test_pages_of_every_kind_open_and_their_scripts_run(page: Page, address: str) -> None:
    """By turns in French and in English: how a page is answered is the same, and so its scripts."""
    for path, language in zip(KINDS.values(), cycle(LANGUAGES), strict=False):
        if path != "404.html":
            page.goto(f"{address}{language}/{path}")
            expect(page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
            expect(page.locator("h1").first).to_be_visible()
            expect(page.locator("[data-keep-link]")).to_contain_text("2024")


def test_search_language_glossary_and_acronyms_work(page: Page, address: str) -> None:
    page.goto(f"{address}fr/?q=")
    page.locator(BOX).press_sequentially("colibri")
    page.locator(RESULT, has_text="olibri").first.click()
    expect(page).to_have_url(re.compile("/fr/initiatives/"))
    page.locator(".site-header__language").click()
    expect(page).to_have_url(re.compile("/en/initiatives/"))
    page.locator(".acronym__short").first.focus()
    expect(page.locator(".acronym__long").first).to_be_visible()
    page.goto(f"{address}en/glossary/")
    # Nothing in English: the documents of the other language answer.
    page.locator("[data-search-open]").click()
    page.locator(BOX).press_sequentially("douanière")
    expect(page.locator(RESULT).first).to_be_visible()


def test_explorer_and_comparison_work(page: Page, address: str) -> None:
    page.goto(f"{address}fr/explore/#phase=active")
    rows = page.locator("table.entries tbody tr")
    expect(page.locator("[data-explore]")).to_have_attribute("data-view", re.compile("."))
    assert 0 < rows.count() < 41
    page.locator("#explore-query").fill("formation")
    expect(page.locator(".chip", has_text="formation")).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{address}fr/compare/#add=cen")
    expect(page.locator("[data-compare] th", has_text="CEN").first).to_be_visible()


def test_charts_and_glossary_are_drawn(page: Page, address: str) -> None:
    for path, chart in (
        ("fr/dashboard/", "figure.plate"),
        ("en/timeline/", "svg.timeline__svg, .track__lanes"),
        ("fr/relations/", "svg.map"),
    ):
        page.goto(f"{address}{path}")
        drawn = page.locator(chart).locator("visible=true").first.bounding_box()
        assert drawn is not None, path
        assert min(drawn["width"], drawn["height"]) > 30, path
        # With the style of its own, without which a drawing is black.
        assert page.evaluate("[...document.styleSheets].every((sheet) => sheet.cssRules.length)")
    page.goto(f"{address}en/glossary/")
    assert page.locator("main tr[id]").locator("visible=true").count() > 20


def test_an_address_as_typed_leads_to_its_page(page: Page, address: str) -> None:
    for typed, arrives in (
        ("en/glossary", "en/glossary/"),
        ("fr/about/index.html", "fr/about/index.html"),
        ("", ""),
        ("fr/glossary/?from=mail#cen", "fr/glossary/?from=mail#cen"),
    ):
        page.goto(f"{address}{typed}")
        expect(page).to_have_url(f"{address}{arrives}")
        expect(page.locator("[data-not-kept]")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("fr/nulle/part/", "Page non gardée"),
        ("en/lists/wco-data-succinct-en.pdf", "Page not kept"),
        ("data/v1/register.json", "Page non gardée"),
    ],
)
def test_what_is_not_kept_says_so_and_leads_on(
    page: Page, address: str, path: str, title: str
) -> None:
    page.goto(f"{address}{path}")
    expect(page.locator("h1")).to_contain_text(title)
    page.locator("[data-kept]:visible").last.click()
    expect(page).to_have_url(f"{address}en/")


def test_one_language_kept_says_in_the_other_what_there_is(
    browser: Browser, small_site: Path
) -> None:
    context = browser.new_context()
    context.add_init_script(LISTEN)
    page = context.new_page()
    complaints: list[str] = []
    watch(page, complaints)
    with hold_line(small_site) as line:
        open_panel(page, line.address)
        page.locator("[data-keep-offer] input[name=en]").uncheck()
        page.locator("[data-keep-offer] input[name=documents]").check()
        page.locator("[data-keep-begin]").click()
        wait_until_kept(page)
        # With a network, what is not kept comes from there.
        page.goto(f"{line.address}en/about/")
        expect(page.locator("h1")).to_have_text("About")
        page.goto(f"{line.address}fr/lists/succinct/")
        assert page.evaluate("fetch('../wco-data-succinct-fr.pdf').then(({ok}) => ok)")
        line.cut()
        page.goto(f"{line.address}en/glossary/")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        expect(page.locator("h1")).to_contain_text("not kept")
        assert page.locator("[data-not-kept] a:visible").all_inner_texts() == [
            "Read this page in French",
            "Go to the home page in French",
        ]
        page.locator("[data-kept-twin]:visible").click()
        expect(page).to_have_url(f"{line.address}fr/glossary/")
        page.locator("[data-search-open]:visible, body").first.press("/")
        page.locator(BOX).press_sequentially("zzzzzz")
        expect(page.locator(".md-search-result__meta")).to_contain_text("Aucun")
        assert page.evaluate("fetch('../lists/wco-data-succinct-fr.pdf').then(({ok}) => ok)")
    context.close()
    assert not complaints, "\n".join(complaints)


def test_nothing_is_kept_or_fetched_before_it_is_requested(
    browser: Browser, built_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    with hold_line(built_site) as line:
        for path in ("", "fr/", "en/initiatives/cen/", "fr/download/"):
            page.goto(line.address + path, wait_until="networkidle")
        asked = [path for path in line.paths if re.search(r"keep(\.js|\.json|/)|sw\.js", path)]
        assert asked == []
        assert page.evaluate(STORED) == [0, 0]
        page.goto(f"{line.address}fr/about/")
        # One tap in the footer leads to the choice.
        page.locator("[data-keep-link]").click()
        expect(page.locator("[data-keep-begin]")).to_be_visible()
        assert page.evaluate(STORED) == [0, 0]
    context.close()
