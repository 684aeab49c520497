"""The register kept on a device: what a reader does for it, and another edition of a built site."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from time import monotonic

from playwright.sync_api import Error, Page, expect

from build.kept_lists import write_lists
from register.model import LANGUAGES, Language

SECONDS = 120  # a limit for what has died, not a measure
AS_OF: dict[Language, str] = {"fr": "19 mars 2024", "en": "19 March 2024"}
NEXT_AS_OF: dict[Language, str] = {"fr": "2 mai 2024", "en": "2 May 2024"}
# The entries of the small edition.
FEW = frozenset(
    ("index", "cen", "data-model", "ace-database", "annual-survey", "trade-tools", "smart-customs")
)
# What is stored, and what is registered.
STORED = """
Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()])
  .then(([caches, workers]) => [caches.length, workers.length])
"""
# Whether each of these addresses is answered with this many bytes.
ANSWERS = """
async (sizes) => {
  const wrong = [];
  for (const [address, size] of Object.entries(sizes)) {
    const response = await fetch(address);
    const { byteLength } = await response.arrayBuffer();
    if (!response.ok || byteLength !== size) wrong.push([address, response.status, byteLength]);
  }
  return wrong;
}
"""
# The browser's own word on a request that failed, which no page can prevent.
_NO_NETWORK = "Failed to load resource"


def list_pages(site: Path) -> dict[str, int]:
    """Return the bytes of each page of a built site that can be kept, by its address."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.stat().st_size
        for language in ("fr", "en")
        for file in sorted((site / language).rglob("*.html"))
        if file.name != "404.html"
    }


def open_panel(page: Page, address: str, language: str = "fr") -> None:
    """Ask for the choice of what to keep, at the site's `address`."""
    page.goto(f"{address}{language}/download/")
    page.locator("[data-keep-change]").click()
    expect(page.locator("[data-keep-begin]")).to_be_visible()


def wait_until_kept(page: Page) -> None:
    """Wait until an edition is kept and no other is being fetched."""
    expect(page.locator("[data-keep-kept]")).to_be_visible()
    expect(page.locator("[data-keep-progress]")).to_be_hidden()
    expect(page.locator("[data-keep-stopped]")).to_be_hidden()


def keep(page: Page, address: str, language: str = "fr", *, only: Language | None = None) -> None:
    """Keep what is chosen at first, the pages of both languages, or `only` those of one."""
    open_panel(page, address, language)
    for each in LANGUAGES:
        if only and each != only:
            page.locator(f"[data-keep-offer] input[name={each}]").uncheck()
    page.locator("[data-keep-begin]").click()
    wait_until_kept(page)


def wait_for(page: Page, condition: str) -> None:
    """Wait until the expression `condition`, or what it promises, holds on the page or the next.

    The policy of a page may refuse the `eval` by which Playwright's own `wait_for_function` waits.
    """
    end = monotonic() + SECONDS
    while monotonic() < end:
        # A page that goes away while it is asked has no answer.
        with suppress(Error):
            if page.evaluate(condition):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"never came true: {condition}")


def watch_for_errors(page: Page) -> list[str]:
    """Return the list in which errors of the page's scripts and policy will be."""
    found: list[str] = []

    def on_console(kind: str, text: str) -> None:
        if kind in ("error", "warning") and _NO_NETWORK not in text:
            found.append(text)

    page.on("console", lambda message: on_console(message.type, message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def _link(source: str, target: str) -> None:
    os.link(source, target)


def make_small_edition(site: Path, folder: Path) -> Path:
    """Copy a built `site` to `folder` with the pages of some entries, and of no value of a facet.

    How an edition is fetched and swapped is the same for a hundred files as for all three hundred.
    """

    def pass_over(place: str, names: list[str]) -> set[str]:
        parent = Path(place).name
        if parent == "initiatives":
            return {name for name in names if name.partition(".")[0] not in FEW}
        return {name for name in names if name == "built" or (parent == "by" and "." not in name)}

    shutil.copytree(site, folder, copy_function=_link, ignore=pass_over)
    _write_lists(folder, AS_OF)
    return folder


def make_next_edition(
    site: Path, folder: Path, word: str, added: Mapping[str, str] | None = None
) -> Path:
    """Copy a built `site` to `folder` as a later edition: two pages and the search say `word`.

    `added` are the texts of files that it has besides, by name.
    """
    shutil.copytree(site, folder, copy_function=_link, ignore=shutil.ignore_patterns("built"))
    changes = {
        "fr/about/index.html": ("</h1>", f" {word}</h1>"),
        "fr/glossary/index.html": ("</h1>", f" {word}</h1>"),
        "fr/search/documents.js": ("Colibri", word),
    }
    for name, (old, new) in changes.items():
        text = (site / name).read_text("utf-8")
        assert old in text, name
        (folder / name).unlink()
        (folder / name).write_text(text.replace(old, new), "utf-8")
    for name, text in (added or {}).items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, "utf-8")
    _write_lists(folder, NEXT_AS_OF)
    return folder


def _write_lists(folder: Path, as_of: dict[Language, str]) -> None:
    # They are other names for files of the built site, which stay as they are.
    for former in (folder / "keep").glob("*.json"):
        former.unlink()
    write_lists(folder, as_of)
