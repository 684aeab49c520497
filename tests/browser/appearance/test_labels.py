"""Labels of drawings meet on no machine: in the widest font, and with the spacing readers set."""

import pytest
from playwright.sync_api import Page

from support.browser.labels import SPACED, WIDE, WIDTH, find_meeting_labels, set_style
from support.browser.pages import KINDS

DRAWN = ("home", "dashboard", "relations", "timeline", "changes")
ELEMENTS = ["body", "main p", "main a", ".site-menu a", "footer", "main svg text", "input"]
SIZES = (320, 390, 800, 1440)


def look(page: Page, style: str) -> list[str]:
    """Return what meets on the page at every size."""
    set_style(page, style)
    found, total = [], 0
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 900})
        meeting, count = find_meeting_labels(page)
        found += [f"{width}: {each}" for each in meeting]
        total += count
    assert total > 30, "no labels"
    return found


def test_the_wide_font_is_there(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/fr/")
    assert page.evaluate(WIDTH) > 1.03


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_labels_meet(page: Page, site_address: str, language: str) -> None:
    for kind in DRAWN:
        page.goto(f"{site_address}/{language}/{KINDS[kind]}")
        assert look(page, WIDE) == [], kind
        assert look(page, WIDE + SPACED) == [], f"{kind}, spaced"


def test_labels_that_meet_are_found(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/fr/{KINDS['relations']}")
    found = look(page, f"{WIDE} .map__name, .map__category {{ letter-spacing: 0.7em }}")
    assert any("meets" in each for each in found)
    assert any("leaves the drawing" in each for each in found)
    page.goto(f"{site_address}/fr/{KINDS['dashboard']}")
    assert look(page, ".bubbles__label { position: relative; left: 12rem }")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_texts_and_drawings_have_the_chosen_typeface(
    page: Page, site_address: str, language: str
) -> None:
    page.goto(f"{site_address}/{language}/{KINDS['relations']}")
    chosen, *fonts = page.evaluate(
        """(elements) => [
          getComputedStyle(document.documentElement).getPropertyValue("--font-text"),
          ...elements.map((each) => getComputedStyle(document.querySelector(each)).fontFamily),
        ]""",
        ELEMENTS,
    )
    assert {font.replace(" ", "") for font in fonts} == {chosen.replace(" ", "")}
