"""Parts of our scripts by themselves, in an empty page: for the functions in them."""

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Page

from assets.script_bundles import BUNDLES, name_part
from support.build import ROOT


def evaluate(page: Page, parts: Iterable[str], expression: str, argument: Any = None) -> Any:
    """Return what `expression` gives in an empty page with `parts` ("common/text") in it."""
    page.goto("about:blank")
    for part in parts:
        page.add_script_tag(path=ROOT / "docs" / name_part(part))
    return page.evaluate(expression, argument)


def parts_before(bundle: str, last: str) -> tuple[str, ...]:
    """Return the parts of a bundle up to `last`."""
    parts = BUNDLES[bundle]
    return parts[: parts.index(last) + 1]
