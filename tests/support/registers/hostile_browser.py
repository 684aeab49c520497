"""A real Chromium on the pages of the hostile register: it reports when a text did anything."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from servers.static_server import serve
from support.browser.window import Window

# What payloads call. It is there before any script of the page.
CANARY = "window.hostile = () => { window.hostileRan = true; console.error('HOSTILE TEXT RAN'); };"
# All that no page of ours has but hostile text would make.
FOREIGN = (
    "iframe:not([hidden]), iframe[src], iframe[srcdoc], object, embed, base, marquee, video, audio,"
    " math, plaintext, xmp, xss, style, template,"
    " [onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], [onbegin],"
    " [href^='javascript:' i], [href^='data:' i], [src^='data:' i], [action], svg script, svg image"
)
# In one question, by the browser's own selectors: Playwright's are slow on pages of this size.
LOOK = """(foreign) => [
  [...document.body.querySelectorAll(foreign)].map((element) => element.outerHTML.slice(0, 200)),
  window.hostileRan === true || location.href === "about:blank",
]"""
# What a page does when it is drawn, it has done after this.
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
Visit = Callable[[str], Page]


def find_foreign(page: Page, selector: str = FOREIGN) -> list[str]:
    """Return the elements of the page that only hostile text would make, as they are written."""
    found: list[str] = page.evaluate(LOOK, selector)[0]
    return found


@pytest.fixture(scope="module")
def hostile_address(hostile_site: Path) -> Iterator[str]:
    with serve(hostile_site) as address:
        yield address


@pytest.fixture
def visit(window: Window) -> Iterator[Visit]:
    """Open a page and look for foreign elements in it; complaints fail the test at its end."""
    complaints: list[str] = []
    with window.open_page() as page:
        page.add_init_script(CANARY)
        _watch(page, complaints)

        def open_page(address: str) -> Page:
            page.goto(address, wait_until="domcontentloaded")
            foreign, ran = page.evaluate(LOOK, FOREIGN)
            if foreign and "/dist/" not in address:
                complaints.append(f"{address}: {foreign[0]}")
            if ran:
                complaints.append(f"{address}: hostile text ran")
            return page

        yield open_page
        page.wait_for_load_state()
        page.evaluate(DRAWN)
    assert not complaints, "\n".join(complaints[:10])


def _watch(page: Page, complaints: list[str]) -> None:
    page.on("console", lambda m: m.type == "error" and complaints.append(f"{m.location}: {m.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("dialog", lambda dialog: complaints.append(f"{page.url}: {dialog.message}"))
    page.on("popup", lambda popup: complaints.append(f"{page.url}: {popup.url}"))
    page.on(
        "request",
        lambda request: (
            request.url.startswith(("http://127.0.0.1:", "file://"))
            or complaints.append(f"{page.url}: requests {request.url}")
        ),
    )
