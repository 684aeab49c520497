"""The built site asks for nothing that the oldest of its browsers lack, as far as texts show it."""

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest

from support.browser.baseline import SCRIPTS, STYLES


@pytest.fixture(scope="module")
def bundles(built_site: Path, editions: Path) -> dict[str, str]:
    """The texts of all sheets and scripts: of the site, and of the editions of one file."""
    files = {
        path.relative_to(built_site).as_posix(): path.read_text("utf-8")
        for path in built_site.rglob("*")
        if path.suffix in {".css", ".js"}
    }
    assert len(files) > 10
    for edition in editions.glob("*.html"):
        root = lxml.html.parse(edition).getroot()
        files |= {f"{edition.name}.css": "".join(root.xpath("//style/text()"))}
        files |= {f"{edition.name}.js": "".join(root.xpath("//script[not(@type)]/text()"))}
    return files


def find(pattern: str, texts: dict[str, str], ending: str) -> Iterator[str]:
    for name, text in texts.items():
        if name.endswith(ending) and (found := re.search(pattern, text)):
            yield f"{name}: {text[max(0, found.start() - 60) : found.end() + 60]}"


@pytest.mark.parametrize(("features", "ending"), [(STYLES, ".css"), (SCRIPTS, ".js")])
def test_every_feature_would_be_found(features: dict[str, str], ending: str) -> None:
    for example, pattern in features.items():
        assert list(find(pattern, {f"a{ending}": example}, ending)), example


def test_no_sheet_asks_for_what_the_baseline_lacks(bundles: dict[str, str]) -> None:
    found = [each for pattern in STYLES.values() for each in find(pattern, bundles, ".css")]
    assert not found, "\n".join(found)


def test_no_script_asks_for_what_the_baseline_lacks(bundles: dict[str, str]) -> None:
    found = [each for pattern in SCRIPTS.values() for each in find(pattern, bundles, ".js")]
    assert not found, "\n".join(found)
