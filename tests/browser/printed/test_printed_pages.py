"""Pages on paper: words whole, drawings with their titles, heads of tables on every page."""

import io
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from register.model import LANGUAGES, Language

PAGES = {
    "entry": "initiatives/cen/",
    "dashboard": "dashboard/",
    "explorer": "explore/",
    "relations": "relations/",
    "timeline": "timeline/",
    "comparison": "compare/#cen,data-model,ace-database",
    "changes": "changes/",
}
# A sheet of A4 within its margins, in pixels: what is shown by width is what is printed.
PAPER = {"width": 673, "height": 986}
DESK = {"width": 1280, "height": 900}
# What scripts have put there.
READY = {
    "explorer": "[data-explore][data-view]",
    "comparison": ".compare__table thead a >> nth=2",
}
# What is seen on paper: the words, the drawings, the heads of tables.
LOOK = """
() => {
  const seen = (element) => element.getClientRects().length > 0;
  const texts = (root, selector) =>
    [...root.querySelectorAll(selector)].filter(seen).map((each) => each.textContent);
  // The lines of a drawing's labels are not parted by spaces.
  const drawings = document.querySelectorAll("svg");
  drawings.forEach((each) => { each.style.display = "none"; });
  const words = document.body.innerText;
  drawings.forEach((each) => { each.style.display = ""; });
  return {
    words,
    end: document.querySelector(".site-footer").innerText,
    heads: [...document.querySelectorAll("main thead")].filter(seen)
      .map((head) => getComputedStyle(head).display),
    drawings: [...document.querySelectorAll("figure.plate")].map((figure) => [
      figure.querySelector("figcaption").innerText,
      texts(figure, "svg text, .bubbles__label, .bars--strips .bars__row > :first-child"),
    ]),
    table: texts(document, "table.entries thead th"),
  };
}
"""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """What a page shows in a browser that prints, and the text of each sheet that it prints."""

    seen: dict[str, Any]
    sheets: list[str]


def print_pages(browser: Browser, address: str) -> dict[str, Printed]:
    """Print each of the `PAGES` below the `address`, by their names."""
    page = browser.new_page(viewport=DESK)
    printed = {}
    for name, path in PAGES.items():
        page.goto("about:blank")
        page.goto(f"{address}/{path}")
        if name in READY:
            page.locator(READY[name]).wait_for()
        page.emulate_media(media="print")
        page.set_viewport_size(PAPER)
        seen = page.evaluate(LOOK)
        page.set_viewport_size(DESK)
        page.emulate_media(media="null")
        document = page.pdf(prefer_css_page_size=True)
        sheets = [plain(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(document)).pages]
        printed[name] = Printed(seen=seen, sheets=sheets)
    page.context.close()
    return printed


@pytest.fixture(scope="module", params=LANGUAGES)
def printed(
    request: pytest.FixtureRequest, browser: Browser, site_address: str
) -> dict[str, Printed]:
    language: Language = request.param
    return print_pages(browser, f"{site_address}/{language}")


def plain(text: str) -> str:
    """Return `text` with the letters of its ligatures: "fi" is one in many fonts."""
    return normalize("NFKC", text)


def squeeze(text: str) -> str:
    """Return `text` without spaces and hyphens, with which lines end."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", plain(text))


def find_broken_words(sheet: str, words: set[str]) -> list[str]:
    """Return the words of the page that go on in another line without a hyphen."""
    lines = sheet.split("\n")
    broken = []
    for line, after in pairwise(lines):
        end, start = re.search(r"\w+$", line.rstrip()), re.match(r"\w+", after.lstrip())
        if end and start and end[0] not in words and end[0] + start[0] in words:
            broken.append(f"{end[0]}|{start[0]}")
    return broken


def test_a_broken_word_would_be_found() -> None:
    words = {"management", "the"}
    assert find_broken_words("the managemen\nt", words) == ["managemen|t"]
    assert find_broken_words("the manage-\nment\nthe", words) == []


def test_no_word_is_broken_without_a_hyphen(printed: dict[str, Printed]) -> None:
    for name, page in printed.items():
        words = set(re.findall(r"\w+", plain(page.seen["words"])))
        assert words, name
        broken = [each for sheet in page.sheets for each in find_broken_words(sheet, words)]
        assert not broken, (name, broken)


def test_no_sheet_holds_only_what_ends_a_page(printed: dict[str, Printed]) -> None:
    for name, page in printed.items():
        end = set(page.seen["end"].split())
        assert end, name
        texts = [" ".join(set(sheet.split()) - end) for sheet in page.sheets]
        assert all(len(text) > 100 for text in texts), (name, texts[-1])
        # It stands where a reader begins.
        assert squeeze(page.seen["end"].splitlines()[0]) in squeeze(page.sheets[0]), name


def test_a_drawing_is_on_one_page_with_its_title(printed: dict[str, Printed]) -> None:
    count = 0
    for name, page in printed.items():
        sheets = [squeeze(sheet) for sheet in page.sheets]
        for title, labels in page.seen["drawings"]:
            [first, *_] = [at for at, sheet in enumerate(sheets) if squeeze(title) in sheet]
            # A label of two lines may be read with its neighbours between them.
            words = [word for label in labels for word in label.split()]
            lacking = [word for word in words if squeeze(word) not in sheets[first]]
            assert not lacking, (name, title, lacking)
            count += bool(labels)
    assert count >= 5


def test_the_first_drawing_of_the_dashboard_is_below_its_figures(
    printed: dict[str, Printed],
) -> None:
    page = printed["dashboard"]
    title, labels = page.seen["drawings"][0]
    first = squeeze(page.sheets[0])
    assert squeeze(title) in first
    assert all(squeeze(word) in first for label in labels for word in label.split())


def test_the_head_of_a_table_is_on_every_page_of_it(printed: dict[str, Printed]) -> None:
    for page in printed.values():
        assert set(page.seen["heads"]) <= {"table-header-group"}
    explorer = printed["explorer"]
    with_rows = [sheet for sheet in explorer.sheets if len(squeeze(sheet)) > 600]
    assert len(with_rows) > 1
    for sheet in with_rows:
        lacking = [each for each in explorer.seen["table"] if squeeze(each) not in squeeze(sheet)]
        assert not lacking, sheet
