"""The oldest Chromium of the baseline beside today's, on every kind of page, hosted and offline."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, Page, Playwright, sync_playwright

from audit.drawings import Drawing, compare_drawings, read_drawings
from audit.old_browser import FLAGS as OLD_FLAGS
from audit.old_browser import unpack_browser
from install.browser import FLAGS
from servers.static_server import serve

KIND = re.compile(r'<div class="kind-([\w-]+)"')
# A word that many entries have, in either language.
QUERIES = {"fr": "douane", "en": "customs"}
PATIENCE = 60_000  # milliseconds


def list_kinds(site: Path, language: str) -> list[str]:
    """Return the paths of pages of `language` in a built `site`: of each kind the largest one."""
    largest: dict[str, Path] = {}
    for path in sorted((site / language).rglob("*.html")):
        if kind := KIND.search(path.read_text(encoding="utf-8")):
            before = largest.get(kind[1])
            if before is None or path.stat().st_size > before.stat().st_size:
                largest[kind[1]] = path
    return [path.relative_to(site).as_posix() for path in largest.values()]


def check_old_browser(site: Path, offline: Path, packages: Path, browser: str) -> list[str]:
    """Return what the old browser fails to do on the pages of `site` and of the `offline` edition.

    `browser` is the path of today's Chromium, with which its drawings are compared.
    """
    old = str(unpack_browser(packages))
    found: list[str] = []
    with sync_playwright() as playwright, serve(site) as address:
        for root, folder in ((address, site), (offline.as_uri(), offline)):
            for language in QUERIES:
                pages = ["index.html", *list_kinds(folder, language)]
                true = _read_pages(playwright, browser, FLAGS, root, pages, found)
                drawn = _read_pages(playwright, old, OLD_FLAGS, root, pages, found)
                for name in pages:
                    lost = compare_drawings(drawn[name], true[name])
                    found += [f"{root}/{name}: {each}" for each in lost]
                with _open_page(playwright, old, OLD_FLAGS, found) as page:
                    found += [f"{root}/{language}: {each}" for each in _use(page, root, language)]
                count = sum(map(len, drawn.values()))
                line = f"Chromium 109, {root[:4]}, {language}: {len(pages)} pages, {count} drawings"
                print(line, flush=True)
    return found


def _read_pages(
    playwright: Playwright,
    path: str,
    flags: tuple[str, ...],
    root: str,
    pages: list[str],
    complaints: list[str],
) -> Mapping[str, list[Drawing]]:
    """Return the drawings of each of the `pages`, in the browser at `path`."""
    found = {}
    with _open_page(playwright, path, flags, complaints) as page:
        for name in pages:
            page.goto(f"{root}/{name}")
            found[name] = read_drawings(page)
    return found


@contextmanager
def _open_page(
    playwright: Playwright, path: str, flags: tuple[str, ...], complaints: list[str]
) -> Iterator[Page]:
    """Give a page of a fresh browser; its complaints are added to `complaints`."""
    browser = playwright.chromium.launch(executable_path=path, args=list(flags))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.on(
        "console",
        lambda message: (
            complaints.append(f"{page.url}: {message.text}") if message.type == "error" else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    yield page
    browser.close()


def _use(page: Page, root: str, language: str) -> Iterator[str]:
    """Search and filter as a reader does; yield what does not work."""
    ending = ".html" if root.startswith("file:") else "/"
    try:
        page.goto(f"{root}/{language}/glossary{ending}")
        page.locator("[data-md-component=search-query]").press_sequentially(QUERIES[language])
        page.locator(".md-search-result__item").first.wait_for()
    except Error as error:
        yield f"the search finds nothing: {error.message.splitlines()[0]}"
    try:
        page.goto(f"{root}/{language}/explore{ending}")
        rows = page.locator("table.entries tbody tr:visible")
        page.locator(".explore[data-view]").wait_for()
        every = rows.count()
        page.locator("[data-facet] [data-value] label:visible").nth(1).click()
        page.locator(".chosen__filters li").first.wait_for()
        if not 0 < (chosen := rows.count()) < every:
            yield f"the explorer shows {chosen} of {every} entries for a value"
    except Error as error:
        yield f"the explorer does not filter: {error.message.splitlines()[0]}"
