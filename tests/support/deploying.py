"""Another edition takes the place of the one that a reader has open."""

import json
import os
import re
import shutil
from pathlib import Path

from playwright.sync_api import Page

from build.former_assets import add_former, make_reader, read_former
from support.line import Line

NEW_JS = "assets/js-00000000"
NEW_ID = "an-entry-before-all-others"
# Pages of the new edition that a reader comes back to.
CHANGED = ("about", "explore", "initiatives/cen")
# As if so long had passed that a page asks again.
PASS_TIME = "(() => { const now = Date.now() + 6e5; Date.now = () => now; })()"


def deploy(line: Line, folder: Path, *, keeps_former: bool) -> None:
    """Put the next edition in place, written to `folder`, with or without the former scripts."""
    make_next(line.folder, folder)
    if keeps_former:
        files, _ = read_former(make_reader(str(line.folder)))
        add_former(folder, files)
    line.folder = folder


def make_next(site: Path, folder: Path) -> None:
    """Copy a built `site` to `folder` as the next edition.

    Its scripts have other names, some pages have changed, and an entry stands before all others.
    """

    def link(source: str, target: str) -> None:
        os.link(source, target)

    shutil.copytree(site, folder, copy_function=link, ignore=shutil.ignore_patterns("built"))
    (former,) = (folder / "assets").glob("js-*")
    former.rename(folder / NEW_JS)
    for language in ("fr", "en"):
        for page in CHANGED:
            name = f"{language}/{page}/index.html"
            text = (site / name).read_text("utf-8").replace(f"assets/{former.name}", NEW_JS)
            text = re.sub(r'data-edition="\w+"', 'data-edition="0a0a0a0a"', text, count=1)
            _rewrite(folder / name, text.replace("</h1>", " 2</h1>", 1))
        name = f"{language}/search/documents.js"
        _rewrite(folder / name, _add_entry((site / name).read_text("utf-8")))


def _rewrite(path: Path, text: str) -> None:
    """Write a file by itself, later than the one before: hosts tell them apart by the second."""
    time = path.stat().st_mtime + 60
    path.unlink()
    path.write_text(text, "utf-8")
    os.utime(path, (time, time))


def _add_entry(script: str) -> str:
    start, end = "receiveDocuments(", ");\n"
    data = json.loads(script.removeprefix(start).removesuffix(end))
    first = {**data["documents"][0], "url": f"initiatives/{NEW_ID}/", "title": "Zzzz"}
    data["documents"].insert(0, first)
    return f"{start}{json.dumps(data)}{end}"


def come_back(page: Page) -> None:
    """Let time pass, and the reader go on with the page."""
    page.evaluate(PASS_TIME)
    page.keyboard.press("Shift")
