"""The colours of the site, for what is no web page: pictures, workbook, manifest, PDF.

They are chosen in docs/assets/css/base/tokens.css, which pages take as it is.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parents[2] / "docs" / "assets" / "css" / "base" / "tokens.css"
_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6});")


@cache
def read_colours() -> Mapping[str, str]:
    """Return the colours of the light scheme by name, as "#rrggbb"."""
    text = TOKENS.read_text(encoding="utf-8")
    light = text.partition('[data-md-color-scheme="default"]')[2].partition("}")[0]
    return dict(_COLOUR.findall(light))


def category_colour(place: int) -> str:
    """Return the colour of the category at `place`, from 1: as in base/categories.css."""
    colours = read_colours()
    palette = [colour for name, colour in colours.items() if re.fullmatch(r"category-\d+", name)]
    return palette[(place - 1) % len(palette)]


def fill_colours(sheet: str) -> str:
    """Return a style sheet with colours in the place of `var(--ink)` and the like."""
    return re.sub(r"var\(--([\w-]+)\)", lambda found: read_colours().get(found[1], found[0]), sheet)
