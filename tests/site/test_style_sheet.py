"""The style sheet of the built site is small."""

import gzip
from pathlib import Path

LARGEST = 16_000  # bytes, as gzip; the theme's sheet alone has 22,600


def test_the_sheet_is_small(built_site: Path) -> None:
    (sheet,) = built_site.glob("assets/css-*/site.css")
    assert len(gzip.compress(sheet.read_bytes(), 9)) < LARGEST
