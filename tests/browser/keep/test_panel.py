"""The panel in each of its states: axe in both languages, light or dark, 320 pixels; policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servers.nginx_server import serve_with_nginx
from support.browser.axe import Scheme, find_complaints_in
from support.browser.keeping import STORED, keep, make_next_edition, open_panel, wait_until_kept
from support.browser.visits import LISTEN, PHONE, watch
from support.line import hold_line

pytestmark = pytest.mark.unix


# In which colours the panel is looked at: see support/browser/axe.py.
COLOURS: dict[str, Scheme] = {"fr": "light", "en": "dark"}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    context.add_init_script(LISTEN)
    yield context
    context.close()


def look_at(page: Page, language: str, state: str) -> list[str]:
    """Return what is wrong with the page as it is."""
    found = find_complaints_in(page, COLOURS[language])
    if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
        found.append("scrolls sideways")
    return [f"{state}: {each}" for each in found]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_state_can_be_read_and_used_by_everyone(
    context: BrowserContext, small_site: Path, tmp_path: Path, language: str
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme=COLOURS[language])
    with hold_line(small_site) as line:
        page.goto(f"{line.address}{language}/download/")
        found = look_at(page, language, "at first")
        open_panel(page, line.address, language)
        found += look_at(page, language, "offer")
        line.answers_left = 30
        page.locator("[data-keep-begin]").click()
        expect(page.locator("[data-keep-continue]")).to_be_visible()
        found += look_at(page, language, "stopped")
        line.restore()
        # An answer that does not come, so that the progress stays as it is while it is looked at.
        page.route("**/glossary/", lambda route: None)
        page.locator("[data-keep-continue]").click()
        expect(page.locator("[data-keep-figures]")).not_to_be_empty()
        found += look_at(page, language, "progress")
        page.locator("[data-keep-stop]").click()
        expect(page.locator("[data-keep-continue]")).to_be_visible()
        page.unroute_all()
        page.locator("[data-keep-continue]").click()
        wait_until_kept(page)
        page.locator("[data-keep-remove]").click()
        found += look_at(page, language, "kept, and asked whether to remove")
        line.folder = make_next_edition(small_site, tmp_path / "later", "Zenith")
        page.locator("[data-keep-look]").click()
        expect(page.locator("[data-keep-newer]")).to_be_visible()
        found += look_at(page, language, "a newer edition")
        page.goto(f"{line.address}{language}/about/")
        expect(page.locator(".keep-bar")).to_be_visible()
        found += look_at(page, language, "the bar on another page")
        line.cut()
        page.goto(f"{line.address}{language}/nowhere/")
        expect(page.locator("[data-not-kept]")).to_be_visible()
        found += look_at(page, language, "not kept")
    assert found == [], "\n".join(found)


def test_a_panel_that_could_not_load_its_words_can_be_asked_again(
    context: BrowserContext, small_site: Path
) -> None:
    page = context.new_page()
    page.route("**/keep.json", lambda route: route.abort(), times=1)
    with hold_line(small_site) as line:
        page.goto(f"{line.address}fr/download/")
        page.locator("[data-keep-change]").click()
        expect(page.locator("[data-keep-failed]")).to_be_visible()
        page.locator("[data-keep-change]").click()
        expect(page.locator("[data-keep-offer] input").first).to_be_focused()
        expect(page.locator("[data-keep-failed]")).to_be_hidden()


def test_the_policy_holds_by_nginx(context: BrowserContext, small_site: Path) -> None:
    page = context.new_page()
    complaints: list[str] = []
    watch(page, complaints)
    with serve_with_nginx(small_site) as address:
        keep(page, f"{address}/", only="fr")
        page.goto(f"{address}/fr/explore/")
        answer = page.goto(f"{address}/fr/about/")
        assert answer is not None
        assert answer.from_service_worker
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        complaints += page.evaluate("window.violations")
    # Nginx is gone.
    page.goto(f"{address}/fr/initiatives/cen/")
    expect(page.locator("h1")).to_contain_text("CEN")
    assert not complaints, "\n".join(complaints)


def test_without_a_choice_nothing_can_be_kept(context: BrowserContext, site_address: str) -> None:
    page = context.new_page()
    open_panel(page, f"{site_address}/", "en")
    total = page.locator("[data-keep-total]")
    both = total.inner_text()
    for name in ("fr", "en"):
        page.locator(f"[data-keep-offer] input[name={name}]").uncheck()
        assert total.inner_text() != both
    expect(total).to_have_text("Choose at least one language.")
    expect(page.locator("[data-keep-begin]")).to_be_disabled()
    assert page.evaluate(STORED) == [0, 0]


def test_a_browser_that_cannot_says_so(context: BrowserContext, site_address: str) -> None:
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(f"{site_address}/en/download/")
    expect(page.locator("[data-keep-cannot]")).to_be_visible()
    expect(page.locator("[data-keep-open]")).to_be_hidden()
    expect(page.locator("[data-keep-link]")).to_be_hidden()


def test_a_private_window_that_stores_nothing_says_so(
    context: BrowserContext, site_address: str
) -> None:
    context.add_init_script(
        "CacheStorage.prototype.match = () => Promise.reject(new DOMException('', 'SecurityError'))"
    )
    page = context.new_page()
    page.goto(f"{site_address}/en/download/")
    page.locator("[data-keep-change]").click()
    expect(page.locator("[data-keep-cannot]")).to_be_visible()
    expect(page.locator("[data-keep-open]")).to_be_hidden()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_iphone_is_told_of_its_home_screen(
    context: BrowserContext, site_address: str, language: str
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme=COLOURS[language])
    hint = page.locator("[data-keep-home-screen]")
    open_panel(page, f"{site_address}/", language)
    expect(hint).to_be_hidden()
    # What Safari on a phone or tablet says of a page that is not an app there.
    context.add_init_script("navigator.standalone = false")
    open_panel(page, f"{site_address}/", language)
    expect(hint).to_contain_text("Safari")
    assert look_at(page, language, "on an iPhone") == []


def test_space_that_does_not_suffice_is_said_before(
    context: BrowserContext, site_address: str
) -> None:
    context.add_init_script(
        "navigator.storage.estimate = () => Promise.resolve({quota: 1000, usage: 0})"
    )
    page = context.new_page()
    open_panel(page, f"{site_address}/", "en")
    page.locator("[data-keep-begin]").click()
    expect(page.locator("[data-keep-said]")).to_contain_text("not enough space")
    assert page.evaluate(STORED) == [0, 0]
