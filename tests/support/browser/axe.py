"""What axe-core finds against a page in a browser.

Of its rules only those on colours can find something else in another scheme, and none of these
something else in another language: style sheets know no languages. So a page that is there in both
languages is asked once in each, by every rule: in one language in the light, in the other in the
dark.
"""

from collections.abc import Sequence
from typing import Literal

from playwright.sync_api import Page, expect

from support.build import ROOT

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, Scheme] = ("light", "dark")
SCRIPT = (ROOT / "tests" / "vendor" / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The rules that look at colours: all that another scheme of colours can change.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]


def find_complaints(page: Page) -> list[str]:
    """Return what every rule of WCAG 2.2 AA and of good practice finds against the page."""
    return _run(page, "tag", TAGS)


def find_complaints_in(page: Page, scheme: Scheme) -> list[str]:
    """Return the same of a page that was opened where the system is light or dark."""
    shown = {"light": "default", "dark": "slate"}[scheme]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
    return [f"{scheme}: {each}" for each in find_complaints(page)]


def find_colour_complaints(page: Page) -> list[str]:
    """Return what the rules on colours find against the page as it shows now."""
    return _run(page, "rule", COLOUR_RULES)


def find_complaints_in_the_dark(page: Page) -> list[str]:
    """Turn the page dark by its own switch, and return what the rules on colours find."""
    _switch(page, "slate")
    found = find_colour_complaints(page)
    _switch(page, "default")
    return [f"dark: {each}" for each in found]


def _switch(page: Page, scheme: str) -> None:
    # Else colours still fade while they are looked at.
    page.emulate_media(reduced_motion="reduce")
    # At once: how a mouse does it is seen elsewhere.
    page.locator(".site-header__palette label:visible").evaluate("label => label.click()")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")


def _run(page: Page, kind: str, values: Sequence[str]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    results = page.evaluate(
        """([type, values]) => axe.run(document, {
            runOnly: {type, values}, resultTypes: ["violations"],
            // Style sheets are for a rule that is experimental, and not among these.
            preload: {assets: ["media"]},
        })""",
        [kind, list(values)],
    )
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in results["violations"]
        for node in found["nodes"]
    ]
