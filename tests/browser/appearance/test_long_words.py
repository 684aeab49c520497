"""With a word of 80 letters in names and texts of the register, no page scrolls sideways."""

import os
from pathlib import Path

from playwright.sync_api import Browser

from register.model import LANGUAGES
from servers.static_server import serve
from support.browser.pages import KINDS
from support.browser.widths import measure_widths
from support.build import ROOT, build_site

# Phones, tablets, where the layout changes, and screens.
WIDTHS = (320, 390, 600, 768, 960, 1220, 1440)
STATES = {"comparison": "#cen,data-model,ace-database"}
WITH_TEXTS = ("home", "entry", "entries", "category", "explorer", "comparison", "facet", "glossary")


def test_no_page_scrolls_sideways_at_any_width(browser: Browser, tmp_path: Path) -> None:
    folders = (ROOT / "tests" / "support" / "long_words", ROOT / "hooks")
    none = tmp_path / "none"
    path = os.pathsep.join(map(str, folders))
    built = build_site(tmp_path / "site", none, PYTHONPATH=path, DOCUMENTS=str(none))
    assert built.returncode == 0, built.stdout + built.stderr
    kinds = {
        f"/{language}/{name}{STATES.get(kind, '')}": kind
        for language in LANGUAGES
        for kind, name in KINDS.items()
    }
    page = browser.new_page()
    with serve(tmp_path / "site") as address:
        page.goto(f"{address}/robots.txt")
        measured = measure_widths(page, list(kinds), WIDTHS, with_scripts=True)
    page.context.close()
    assert {path: found.too_wide for path, found in measured.items() if found.too_wide} == {}
    # The word is there, or this would say nothing.
    without = [path for path, found in measured.items() if "WmWmWm" not in found.text]
    assert not [path for path in without if kinds[path] in WITH_TEXTS]
    assert all(found.ran_scripts for found in measured.values())
