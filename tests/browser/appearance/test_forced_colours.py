"""With colours of the reader's system (forced colours) every key of a drawing is still there."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from support.browser.pages import KINDS

WITH_KEYS = ("timeline", "dashboard", "relations")
# Of each key of a legend: where it is in a picture of the legend, in whole pixels.
BOXES = """
  (legend) => {
    const { left, top } = legend.getBoundingClientRect();
    return [...legend.querySelectorAll(".legend__item > :first-child")].map((key) => {
      const box = key.getBoundingClientRect();
      return {
        box: [
          Math.floor(box.left - Math.floor(left)), Math.floor(box.top - Math.floor(top)),
          Math.ceil(box.right - Math.floor(left)), Math.ceil(box.bottom - Math.floor(top)),
        ],
        isOfCategory: key.parentElement.matches("[class*=category-]"),
        html: key.outerHTML,
      };
    });
  }
"""


@pytest.fixture(params=["light", "dark"])
def forced(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 900}, forced_colors="active", color_scheme=request.param
    )
    yield context.new_page()
    context.close()


def colours_of(picture: Image.Image, box: list[int]) -> frozenset[tuple[int, int, int]]:
    """Return the colours, but that of the ground, that have a twentieth of the pixels in `box`."""
    left, top, right, bottom = box
    found = (
        picture.crop((left, top, right, bottom)).getcolors((right - left) * (bottom - top)) or []
    )
    least = sum(count for count, _ in found) / 20
    # Of the system's light and dark themes.
    grounds = ((255, 255, 255), (0, 0, 0))
    colours = (colour for count, colour in found if count >= least and colour not in grounds)
    return frozenset(colours)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("forced", "language"), [("light", "fr"), ("dark", "en")], indirect=["forced"]
)
def test_every_key_is_seen_and_unlike_the_others(
    forced: Page, site_address: str, language: str
) -> None:
    """In both themes of the system, and in both languages: style sheets know no languages."""
    for kind in WITH_KEYS:
        forced.goto(f"{site_address}/{language}/{KINDS[kind]}")
        assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
        for legend in forced.locator(".legend:visible").all():
            # One picture of all keys, each of which is cut out of it.
            legend.scroll_into_view_if_needed()
            found = legend.evaluate(BOXES)
            with Image.open(io.BytesIO(legend.screenshot())) as opened:
                picture = opened.convert("RGB")
            assert found
            seen = [colours_of(picture, key["box"]) for key in found if key["isOfCategory"]]
            assert len(set(seen)) == len(seen), (kind, seen)
            for key in found:
                assert colours_of(picture, key["box"]), (kind, key["html"])


def test_phases_and_the_present_page_are_marked(forced: Page, site_address: str) -> None:
    forced.goto(f"{site_address}/en/{KINDS['entry']}")
    filled = forced.locator(".badge--phase.phase-active").first.evaluate(
        """(badge) => {
          const { backgroundColor, color } = getComputedStyle(badge, "::before");
          return backgroundColor === color;
        }"""
    )
    assert filled
    lines = forced.locator(".site-menu__link").evaluate_all(
        "links => links.map((each) => getComputedStyle(each).borderBottomColor)"
    )
    present = forced.locator(".site-menu__link--active").evaluate(
        "each => getComputedStyle(each).borderBottomColor"
    )
    assert lines.count(present) == 1
