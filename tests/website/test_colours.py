"""What is no web page has the colours that the pages have."""

import json
import re

from exports.web_manifest import to_manifest
from support.build import ROOT
from website.colours import TOKENS, fill_colours, read_colours
from website.localized_site import LocalizedSite

HEX = re.compile(r"#[0-9a-fA-F]{6}\b")


def test_the_colours_are_those_of_the_light_scheme() -> None:
    colours = read_colours()
    assert {"paper", "ink", "brand", "brand-ink", "brand-highlight", "link"} <= set(colours)
    assert {f"category-{number}" for number in range(1, 6)} <= set(colours)
    assert all(
        f"--{name}: {colour};" in TOKENS.read_text("utf-8") for name, colour in colours.items()
    )


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
    sheet = fill_colours((ROOT / "docs/assets/css/document.css").read_text("utf-8"))
    assert colours["category-1"] in sheet
    assert "var(--ink)" not in sheet
