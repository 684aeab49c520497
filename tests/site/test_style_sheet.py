"""The style sheet of the built site is small."""

import gzip
import re
from pathlib import Path

import lxml.html

PROPERTY = re.compile(r"(--[\w-]+)\s*:")
WITHOUT_FALLBACK = re.compile(r"var\(\s*(--[\w-]+)\s*\)")
LARGEST = 16_000  # bytes, as gzip; the theme's sheet alone has 22,600
# Of the page, its style sheet and its scripts: what is for some readers is loaded when they ask.
HEAVIEST_ENTRY = 27_000  # bytes, as gzip


def test_the_sheet_is_small(built_site: Path) -> None:
    (sheet,) = built_site.glob("assets/css-*/site.css")
    assert len(gzip.compress(sheet.read_bytes(), 9)) < LARGEST


def test_every_property_that_a_sheet_uses_is_there(built_site: Path) -> None:
    """A drawing whose colour is no longer there is black."""
    sheets = [path.read_text("utf-8") for path in built_site.glob("assets/css-*/*.css")]
    assert len(sheets) > 3
    scripts = [path.read_text("utf-8") for path in built_site.glob("assets/js-*/*.js")]
    defined = {name for text in sheets for name in PROPERTY.findall(text)}
    defined |= {name for text in scripts for name in re.findall(r"--[\w-]+", text)}
    used = {name for text in sheets for name in WITHOUT_FALLBACK.findall(text)}
    assert not {name for name in used - defined if not name.startswith("--md-")}


def test_a_first_visit_to_any_entry_is_light(built_site: Path) -> None:
    def weigh(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 9))

    pages = [
        path for each in ("fr", "en") for path in built_site.glob(f"{each}/initiatives/*/*.html")
    ]
    heaviest = max(pages, key=weigh)
    tree = lxml.html.parse(heaviest)
    loaded = tree.xpath("//script/@src | //link[@rel='stylesheet']/@href")
    assert len(loaded) == 3
    files = [heaviest, *((heaviest.parent / str(each)).resolve() for each in loaded)]
    assert sum(map(weigh, files)) <= HEAVIEST_ENTRY
