"""What is no web page has the colours that the pages have."""

import json
import re

import pytest

from exports.web_manifest import to_manifest
from support.build import ROOT
from website.colours import TOKENS, category_colour, fill_colours, read_colours
from website.localized_site import LocalizedSite

HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


def test_the_colours_are_those_of_the_light_scheme() -> None:
    colours = read_colours()
    assert {"paper", "ink", "brand", "brand-ink", "brand-highlight", "link"} <= set(colours)
    assert {f"category-{number}" for number in range(1, 6)} <= set(colours)
    assert all(
        f"--{name}: {colour};" in TOKENS.read_text("utf-8") for name, colour in colours.items()
    )


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG 2 defines it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_twelve_categories_differ_and_can_be_read_on_every_ground(scheme: str) -> None:
    block = TOKENS.read_text("utf-8").partition(f'"{scheme}"]')[2].partition("}")[0]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))
    palette = [colours[f"category-{place}"] for place in range(1, 13)]
    assert len(set(palette)) == 12
    for place, colour in enumerate(palette, start=1):
        for ground in ("paper", "surface", "surface-sunk", f"category-{place}-soft"):
            assert contrast(colour, colours[ground]) >= 4.5, (place, ground)


def test_pictures_have_the_colours_of_the_pages_for_any_number_of_categories() -> None:
    colours = read_colours()
    rules = (TOKENS.parent / "categories.css").read_text("utf-8")
    for place in (1, 6, 12, 13, 24, 36):
        (name,) = re.findall(
            rf"\.category-{place}\b[^{{]*\{{\s*--category: var\(--([\w-]+)\)", rules
        )
        assert category_colour(place) == colours[name]


def test_no_other_place_names_a_colour_of_the_site() -> None:
    known = set(read_colours().values()) - {"#ffffff"}
    files = [*ROOT.glob("hooks/**/*.py"), *ROOT.glob("docs/assets/css/**/*.css")]
    for path in {*files} - {TOKENS}:
        assert not known & {each.lower() for each in HEX.findall(path.read_text("utf-8"))}, path


def test_the_mark_has_the_colours_of_the_brand() -> None:
    colours = read_colours()
    mark = (ROOT / "docs" / "assets" / "favicon.svg").read_text("utf-8")
    assert set(HEX.findall(mark)) <= {colours["brand"], colours["brand-highlight"]}


def test_the_manifest_and_the_lists_as_pdf_take_them(sites: dict[str, LocalizedSite]) -> None:
    colours = read_colours()
    manifest = json.loads(to_manifest(sites["en"]))
    assert manifest["theme_color"] == colours["brand"]
    assert manifest["background_color"] == colours["paper"]
    sheet = fill_colours("a { color: var(--category-1); fill: var(--ink) }")
    assert colours["category-1"] in sheet
    assert "var(--ink)" not in sheet
