"""With a word of 80 letters in names and texts of the register, no page scrolls sideways."""

import os
from pathlib import Path

from playwright.sync_api import Browser

from register.model import LANGUAGES
from servers.static_server import serve
from support.browser.pages import KINDS
from support.build import ROOT, build_site

# Phones, tablets, where the layout changes, and screens.
WIDTHS = (320, 390, 600, 768, 960, 1220, 1440)
STATES = {"comparison": "#cen,data-model,ace-database"}
WITH_TEXTS = ("home", "entry", "entries", "category", "explorer", "comparison", "facet", "glossary")
WIDTH = "document.documentElement.scrollWidth"


def test_no_page_scrolls_sideways_at_any_width(browser: Browser, tmp_path: Path) -> None:
    folders = (ROOT / "tests" / "support" / "long_words", ROOT / "hooks")
    none = tmp_path / "none"
    path = os.pathsep.join(map(str, folders))
    built = build_site(tmp_path / "site", none, PYTHONPATH=path, DOCUMENTS=str(none))
    assert built.returncode == 0, built.stdout + built.stderr
    page = browser.new_page()
    too_wide = []
    with serve(tmp_path / "site") as address:
        for language in LANGUAGES:
            for kind, name in KINDS.items():
                page.goto(f"{address}/{language}/{name}{STATES.get(kind, '')}")
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 800})
                    if (found := page.evaluate(WIDTH)) > width:
                        too_wide.append(f"{language}, {kind}, {width}: {found}")
                # The word is there, or this would say nothing.
                if kind in WITH_TEXTS:
                    assert "WmWmWm" in page.content(), kind
    page.context.close()
    assert not too_wide, "\n".join(too_wide)
