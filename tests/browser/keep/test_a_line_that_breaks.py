"""Fetching an edition on a poor line: it stops, goes on, and fetches nothing twice."""

import re
from collections import Counter
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from support.browser.keeping import (
    SECONDS,
    STORED,
    keep,
    open_panel,
    wait_until_kept,
    watch_for_errors,
)
from support.line import Line, hold_line

pytestmark = pytest.mark.unix

SAID = "[data-keep-said]"
# Of the small edition, in both languages.
ENTRY_PAGES = 12


def fetched(line: Line) -> Counter[str]:
    """Return how often each file of a language was answered."""
    return Counter(path for path in line.paths if re.match(r"/(fr|en)/initiatives/.*/$", path))


def begin(page: Page, line: Line, answers: int) -> None:
    """Begin to keep on a line that breaks in the middle of an answer, after so many."""
    open_panel(page, line.address)
    line.answers_left = answers
    page.locator("[data-keep-begin]").click()


def test_a_line_that_breaks_is_taken_up_where_it_was(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors = watch_for_errors(page)
    with hold_line(small_site) as line:
        begin(page, line, 70)
        expect(page.locator("[data-keep-continue]")).to_be_focused()
        expect(page.locator(SAID)).to_contain_text("La liaison est interrompue")
        # Half an edition is none: no worker answers from it.
        assert page.evaluate(STORED) == [1, 0]
        arrived = fetched(line)
        assert 0 < len(arrived) < ENTRY_PAGES
        line.restore()
        page.locator("[data-keep-continue]").click()
        wait_until_kept(page)
        assert page.evaluate(STORED) == [2, 1]
        again = {path for path, times in fetched(line).items() if times > 1}
        # Those on the way when the line broke, at most as many as are fetched at once.
        assert len(again) <= 4
        assert len(fetched(line)) == ENTRY_PAGES
    context.close()
    assert not errors, errors


def test_it_goes_on_by_itself_when_the_network_is_back(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with hold_line(small_site) as line:
        begin(page, line, 30)
        expect(page.locator("[data-keep-continue]")).to_be_visible()
        line.restore()
        context.set_offline(True)
        context.set_offline(False)
        wait_until_kept(page)
    context.close()


def test_a_reader_stops_and_goes_on_by_keyboard(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with hold_line(small_site) as line:
        open_panel(page, line.address, "en")
        expect(page.locator("[data-keep-offer] input").first).to_be_focused()
        # The entries wait until the reader has stopped.
        stopped = Event()

        def hold_back(path: str) -> None:
            if path.startswith("/fr/initiatives/"):
                assert stopped.wait(SECONDS)

        line.before = hold_back
        for _ in range(3):
            page.keyboard.press("Tab")
        expect(page.locator("[data-keep-begin]")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("[data-keep-stop]")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("[data-keep-continue]")).to_be_focused()
        expect(page.locator(SAID)).to_contain_text("Stopped.")
        stopped.set()
        # On another page it stays stopped, and says so.
        page.goto(f"{line.address}en/about/")
        expect(page.locator("[data-keep-link]")).to_contain_text("has stopped")
        page.locator("[data-keep-link]").click()
        go_on = page.locator("[data-keep-continue]")
        # Playwright would press the key before the button is there.
        expect(go_on).to_be_visible()
        go_on.press("Enter")
        wait_until_kept(page)
        expect(page.locator("[data-keep-change]")).to_be_focused()
        expect(page.locator(SAID)).to_have_text("The register is kept on this device.")
    context.close()


def test_a_reader_who_goes_to_another_page_goes_on_fetching(
    browser: Browser, small_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    with hold_line(small_site) as line:
        open_panel(page, line.address, "en")
        page.locator("[data-keep-begin]").click()
        expect(page.locator("[data-keep-bar]")).to_have_attribute("value", re.compile("."))
        page.goto(f"{line.address}en/method/")
        expect(page.locator("[data-keep-link]")).to_contain_text("Kept on this device")
        line.cut()
        page.goto(f"{line.address}fr/glossary/")
        expect(page.locator("h1")).to_have_text("Glossaire")
    context.close()


def test_two_tabs_fetch_once_and_both_know(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    first, second = context.new_page(), context.new_page()
    with hold_line(small_site) as line:
        open_panel(first, line.address)
        second.goto(f"{line.address}fr/download/#keep")
        expect(second.locator("[data-keep-begin]")).to_be_visible()
        first.locator("[data-keep-begin]").click()
        wait_until_kept(first)
        wait_until_kept(second)
        assert set(fetched(line).values()) == {1}
        second.locator("[data-keep-remove]").click()
        second.locator("[data-keep-remove-now]").click()
        expect(first.locator("[data-keep-kept]")).to_be_hidden()
    context.close()


def test_a_site_that_is_being_updated_mixes_nothing(
    browser: Browser, small_site: Path, tmp_path: Path
) -> None:
    """A file that is not the one in the list, as where a host is half way through an update."""
    context = browser.new_context()
    page = context.new_page()
    folder = tmp_path / "site"
    folder.symlink_to(small_site)
    with hold_line(folder) as line:

        def swap(path: str) -> None:
            if path == "/fr/about/":
                line.folder = tmp_path / "other"

        (tmp_path / "other" / "fr" / "about").mkdir(parents=True)
        (tmp_path / "other" / "fr" / "about" / "index.html").write_text("another" * 9000)
        line.before = swap
        open_panel(page, line.address)
        page.locator("[data-keep-begin]").click()
        expect(page.locator(SAID)).to_contain_text("en cours de mise à jour")
        assert page.evaluate(STORED) == [1, 0]
        line.before = lambda path: None
        line.folder = folder
        page.locator("[data-keep-continue]").click()
        wait_until_kept(page)
    context.close()


def test_removal_frees_the_space_and_stops_the_worker(browser: Browser, small_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    errors = watch_for_errors(page)
    with hold_line(small_site) as line:
        keep(page, line.address, "en", only="en")
        page.goto(f"{line.address}en/download/")
        remove = page.locator("[data-keep-remove]")
        expect(remove).to_have_attribute("aria-expanded", "false")
        remove.press("Enter")
        expect(remove).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(SAID)).to_have_text("The register has been removed from this device.")
        expect(page.locator("[data-keep-change]")).to_be_focused()
        assert page.evaluate(STORED) == [0, 0]
        page.goto(f"{line.address}en/about/")
        assert page.evaluate("navigator.serviceWorker.controller") is None
        assert page.evaluate(STORED) == [0, 0]
        # And it may be kept again.
        keep(page, line.address, "en", only="en")
    context.close()
    assert not errors, errors
