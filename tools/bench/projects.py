"""The projects that the benchmarks measure: ours, and the same pages as other tools want them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pages.all_pages import generate_pages  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402
from synthetic import synthesize  # noqa: E402
from website.localized_site import LocalizedSite  # noqa: E402
from website.templates import make_templates  # noqa: E402
from website.urls import Links  # noqa: E402 - the hooks folder is not a package

PLAIN_CONFIG = """\
site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false}
nav: [index.md]
plugins: [search]
markdown_extensions: [attr_list, tables]
validation: {nav: {omitted_files: ignore}, links: {unrecognized_links: ignore}}
"""
HUGO_CONFIG = """\
baseURL = "http://localhost/"
title = "Plain"
disableKinds = ["taxonomy", "term", "rss", "sitemap"]
# The pages are HTML within Markdown.
[markup.goldmark.renderer]
unsafe = true
"""
# Pagefind makes an index for each language that pages name.
HUGO_PAGE = (
    '<!doctype html><html lang="{{ index (split .RelPermalink "/") 1 | default "fr" }}">'
    "<title>{{ .Title }}</title><body>{{ .Content }}</body></html>"
)


def make_ours(folder: Path, count: int) -> None:
    """Lay out our project in `folder` with `count` synthetic entries."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("docs", "hooks", "overrides", "templates"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    synthesize(ROOT / "data", folder / "data", count)


def make_plain(folder: Path, ours: Path) -> int:
    """Write the generated pages of the project `ours` as Markdown; return how many there are."""
    register = load_register(ours / "data")
    templates = make_templates(ROOT / "templates")
    pages = 0
    for language in LANGUAGES:
        site = LocalizedSite(register, language, templates, Links())
        for name, text in generate_pages(site).items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            pages += 1
    make_bare(folder)
    return pages


def make_bare(folder: Path) -> None:
    """Lay out a project of one page, with the theme and its search as they come."""
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    (folder / "docs" / "index.md").write_text("# Plain\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(PLAIN_CONFIG, encoding="utf-8")


def make_hugo(folder: Path, plain: Path) -> None:
    """Lay out the pages of the project `plain` as Hugo wants them."""
    for path in (plain / "docs").rglob("*.md"):
        # With an index.md Hugo takes all that lies beside it for attachments of that page.
        name = path.relative_to(plain / "docs").with_name(
            path.name.replace("index.md", "_index.md")
        )
        target = folder / "content" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        # It has a meaning of its own for this word, and would leave the page out.
        text = re.sub(r"^kind:", "page_kind:", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        target.write_text(text, encoding="utf-8")
    layouts = folder / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(HUGO_PAGE, encoding="utf-8")
    (folder / "hugo.toml").write_text(HUGO_CONFIG, encoding="utf-8")


def install(folder: Path, *packages: str) -> None:
    """Install `packages` in an environment in `folder`, if they can be had."""
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    subprocess.run(
        [str(folder / "bin" / "pip"), "install", "--quiet", *packages],
        capture_output=True,
        check=False,
    )
