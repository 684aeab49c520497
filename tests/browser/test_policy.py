"""The hosted site in a real Chromium, as nginx serves it: policy, colours, weight."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from servers.nginx_server import serve_with_nginx
from support.browser.visits import DESK, LISTEN, watch

pytestmark = pytest.mark.unix

HEAVIEST_VISIT = 31_000  # bytes, as gzip, with headers
HEAVIEST_BODIES = 27_000  # the same without headers
MOST_REQUESTS = 8
# The bytes of all answers as they came, without headers.
BODIES = """
["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
"""


@pytest.fixture(scope="module")
def nginx(built_site: Path) -> Iterator[str]:
    with serve_with_nginx(built_site) as address:
        yield address


def open_context(browser: Browser) -> BrowserContext:
    context = browser.new_context(viewport=DESK)
    context.add_init_script(LISTEN)
    return context


def test_what_readers_do_keeps_to_the_policy(browser: Browser, nginx: str) -> None:
    context = open_context(browser)
    page = context.new_page()
    complaints: list[str] = []
    watch(page, complaints)
    start = f"{nginx}/fr/initiatives/cen/"
    page.goto(start)
    page.locator(".site-header__palette label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".acronym__short").first.focus()
    page.locator("[data-md-component=search-query]").press_sequentially("mécanisme")
    page.locator(".md-search-result__item a").first.click()
    expect(page).not_to_have_url(start)
    page.locator("details summary").first.click()
    page.locator(".site-header__language").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    complaints += page.evaluate("window.violations")
    context.close()
    assert not complaints, "\n".join(complaints)


def test_the_policy_is_at_work(browser: Browser, nginx: str) -> None:
    """A script within the page and one from another host are refused, and the listener hears it."""
    context = open_context(browser)
    page = context.new_page()
    page.goto(f"{nginx}/fr/")
    page.evaluate(
        """() => new Promise((done) => {
          addEventListener("securitypolicyviolation", () => window.violations.length > 1 && done());
          for (const [key, value] of [["textContent", "window.ran = 1"], ["src", "//x.invalid/"]]) {
            const script = document.createElement("script");
            script[key] = value;
            document.head.append(script);
          }
        })"""
    )
    violations = set(page.evaluate("window.violations"))
    assert violations == {"script-src-elem http://x.invalid/ ", "script-src-elem inline "}
    assert page.evaluate("window.ran") is None
    context.close()


def test_light_or_dark_is_set_before_the_page_shows(browser: Browser, nginx: str) -> None:
    for scheme, expected in (("dark", "slate"), ("light", "default")):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        # Without the theme's own script, which would come late.
        page.route("**/bundle.*.js", lambda route: route.abort())
        page.goto(f"{nginx}/fr/", wait_until="domcontentloaded")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
        context.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_first_visit_to_an_entry_is_light(
    browser: Browser,
    built_site: Path,
    nginx: str,
    language: str,
    record_property: Callable[[str, object], None],
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: dict[str, int] = {}
    paths: dict[str, str] = {}

    def on_answer(event: dict[str, Any]) -> None:
        paths[event["requestId"]] = urlsplit(event["response"]["url"]).path

    def on_end(event: dict[str, Any]) -> None:
        # As sent: packed, with the headers.
        sizes[paths[event["requestId"]]] = event["encodedDataLength"]

    session.on("Network.responseReceived", on_answer)
    session.on("Network.loadingFinished", on_end)
    entries = (built_site / language / "initiatives").glob("*/index.html")
    heaviest = max(entries, key=lambda path: len(gzip.compress(path.read_bytes()))).parent.name
    page.goto(f"{nginx}/{language}/initiatives/{heaviest}/", wait_until="networkidle")
    bodies = page.evaluate(BODIES)
    context.close()
    # Nothing of the search but its box comes before a reader uses it, and nothing for keeping.
    assert not [path for path in paths.values() if re.search(r"/search|keep|sw\.js", path)]
    assert 0 < bodies <= HEAVIEST_BODIES, sizes
    assert all(sizes[path] > 0 for path in paths.values())
    assert sum(sizes.values()) <= HEAVIEST_VISIT, sizes
    assert len(paths) <= MOST_REQUESTS, sizes
    record_property(
        "figures",
        f"first visit {language}, {heaviest}: {sum(sizes.values()):,} bytes ({bodies:,} without "
        f"headers), {len(paths)} requests",
    )
