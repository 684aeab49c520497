"""What readers and networks do in the middle of keeping: never half a copy, always a clear word."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support.browser.keeping import SECONDS, STORED, open_panel, wait_for, wait_until_kept
from support.line import Line, hold_line

pytestmark = pytest.mark.unix

SAID = "[data-keep-said]"
FILES = "caches.open('kept / files').then((cache) => cache.keys()).then((keys) => keys.length)"
CHOOSE = """
(names) => {
  for (const box of document.querySelectorAll("[data-keep-offer] input")) {
    box.checked = names.includes(box.name);
  }
  document.querySelector("[data-keep-offer]").requestSubmit();
}
"""

# Let the first write wait, with its cache open, until it is told to go on.
HOLD_A_WRITE = """
() => {
  const { put } = Cache.prototype;
  const told = new Promise((resolve) => (window.goOn = resolve));
  let isFirst = true;
  Cache.prototype.put = async function (...file) {
    if (isFirst) {
      isFirst = false;
      await told;
    }
    return put.apply(this, file);
  };
}
"""
# Let the first write wait until another one finds the device full, and take its time even then.
WRITE_LATE = """
() => {
  const { put } = Cache.prototype;
  let isFirst = true;
  let tellFull;
  const full = new Promise((resolve) => (tellFull = resolve));
  window.writing = 0;
  Cache.prototype.put = async function (...file) {
    window.writing += 1;
    try {
      if (isFirst) {
        isFirst = false;
        await full;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      return await put.apply(this, file);
    } catch (error) {
      tellFull();
      throw error;
    } finally {
      window.writing -= 1;
    }
  };
}
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def choose(page: Page, *names: str) -> None:
    """Begin to fetch the parts of these names."""
    page.evaluate(CHOOSE, list(names))


def send(page: Page, method: str, **params: object) -> dict[str, Any]:
    """Send the browser itself a command about the site of `page`; return its answer."""
    origin = page.evaluate("location.origin")
    answer: dict[str, Any] = page.context.new_cdp_session(page).send(
        method, {"origin": origin, **params}
    )
    return answer


def give_space(page: Page, size: int) -> None:
    """Let the site of `page` store so many bytes, once what was removed no longer counts.

    Under load, that takes Chromium seconds.
    """
    end = monotonic() + SECONDS
    while send(page, "Storage.getUsageAndQuota")["usage"]:
        assert monotonic() < end, "what was removed still counts"
        page.wait_for_timeout(50)
    send(page, "Storage.overrideQuotaForOrigin", quotaSize=size)


def test_a_store_that_is_cleared_in_the_middle_is_filled_again(
    context: BrowserContext, line: Line, built_site: Path
) -> None:
    # The whole site, so that much is still to come when the store is cleared.
    line.folder = built_site
    page = context.new_page()
    open_panel(page, line.address, "en")
    reached, cleared = Event(), Event()

    def hold(path: str) -> None:
        if path == "/en/timeline/":
            reached.set()
            assert cleared.wait(SECONDS)

    line.before = hold
    page.evaluate(HOLD_A_WRITE)
    choose(page, "en")
    assert reached.wait(SECONDS)
    wait_for(page, f"{FILES}.then((count) => count > 100)")
    send(page, "Storage.clearDataForOrigin", storageTypes="all")
    page.evaluate("window.goOn()")
    cleared.set()
    wait_until_kept(page)
    line.cut()
    page.goto(f"{line.address}en/about/")
    expect(page.locator("h1")).to_have_text("About")
    page.goto(f"{line.address}en/explore/")
    expect(page.locator("[data-explore]")).to_have_attribute("data-view", re.compile("."))


def test_a_network_that_answers_in_the_place_of_the_site(
    context: BrowserContext, line: Line
) -> None:
    """As in hotels: whatever is requested, a page to sign in comes."""
    page = context.new_page()
    open_panel(page, line.address, "en")
    said = page.locator(SAID)
    line.signs_in = lambda path: True
    choose(page, "en")
    expect(said).to_contain_text("The line has broken")
    for place in ("/keep/en.json", "/en/about/", "/sw.js"):
        line.signs_in = place.__eq__
        page.locator("[data-keep-continue]").click()
        expect(page.locator("[data-keep-continue]")).to_be_visible()
        assert "the network answers in its place" in said.inner_text(), place
        assert page.evaluate("caches.has('kept / state')") is False, place
    line.signs_in = lambda path: False
    # A line that breaks at the very end.
    line.before = lambda path: setattr(line, "answers_left", 0 if path == "/sw.js" else None)
    page.locator("[data-keep-continue]").click()
    expect(said).to_contain_text("The line has broken")
    line.before = lambda path: None
    line.restore()
    page.locator("[data-keep-continue]").click()
    wait_until_kept(page)


def test_a_device_that_is_full_keeps_what_it_had(context: BrowserContext, line: Line) -> None:
    # A browser that does not say how much space there is.
    context.add_init_script("delete StorageManager.prototype.estimate")
    page = context.new_page()
    open_panel(page, line.address, "en")
    send(page, "Storage.overrideQuotaForOrigin", quotaSize=1_000_000)
    choose(page, "en")
    expect(page.locator(SAID)).to_contain_text("There is not enough space")
    # Nothing of it is left on a device that is full.
    assert page.evaluate(STORED) == [0, 0]
    give_space(page, 3_000_000)
    page.locator("[data-keep-change]").click()
    expect(page.locator("[data-keep-continue]")).to_be_hidden()
    choose(page, "en")
    wait_until_kept(page)
    before = page.evaluate(FILES)
    page.locator("[data-keep-change]").click()
    page.evaluate(WRITE_LATE)
    choose(page, "fr", "en", "documents")
    expect(page.locator(SAID)).to_contain_text("There is not enough space")
    # What is removed for the space is removed when nothing more arrives.
    assert page.evaluate("window.writing") == 0
    expect(page.locator("[data-keep-kept]")).not_to_contain_text("French")
    wait_for(page, f"{FILES}.then((count) => count === {before})")
    line.cut()
    page.goto(f"{line.address}en/glossary/")
    expect(page.locator("h1")).to_have_text("Glossary")


def test_of_two_choices_at_once_the_later_one_is_kept(context: BrowserContext, line: Line) -> None:
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        open_panel(page, line.address, "en")
    choose(first, "fr")
    choose(second, "en")
    for page in (first, second):
        expect(page.locator("[data-keep-kept]")).to_contain_text("pages in English")
        wait_until_kept(page)
        expect(page.locator("[data-keep-kept]")).not_to_contain_text("French")


def test_one_register_within_the_path_of_another(
    context: BrowserContext, small_site: Path, tmp_path: Path
) -> None:
    host = tmp_path / "host"
    host.mkdir()
    for each in small_site.iterdir():
        (host / each.name).symlink_to(each)
    (host / "wco").symlink_to(small_site)
    page = context.new_page()
    with hold_line(host) as line:
        inner = f"{line.address}wco/"
        open_panel(page, line.address, "en")
        choose(page, "en")
        wait_until_kept(page)
        line.paths.clear()
        # The worker of the outer one sees the requests of the inner one, and leaves them alone.
        page.goto(f"{inner}en/explore/")
        expect(page.locator("[data-explore]")).to_have_attribute("data-view", re.compile("."))
        link = page.locator("[data-keep-link]")
        expect(link).to_have_text("Keep this register on this device")
        assert not [path for path in line.paths if "keep" in path]
        open_panel(page, inner, "en")
        choose(page, "en")
        wait_until_kept(page)
        assert page.evaluate(STORED) == [4, 2]
        page.goto(f"{line.address}en/download/")
        page.locator("[data-keep-remove]").click()
        page.locator("[data-keep-remove-now]").click()
        expect(page.locator(SAID)).to_contain_text("has been removed")
        assert page.evaluate(STORED) == [2, 1]
        line.cut()
        page.goto(f"{inner}en/about/")
        expect(page.locator("h1")).to_have_text("About")
