"""Lay out what the benchmarks build: our project, and the same pages as other tools want them.

Ours is the whole project with a synthetic register. The others get the pages made of that register
as ready-made Markdown, the body of a page as HTML: plain MkDocs + Material keeps them out of its
menu, and has its theme and search as they come; Hugo has the barest of templates, and Pagefind
indexes what it writes; Zensical has the theme it comes with. A project of one page shows what
MkDocs + Material cost before the first page of ours.

Usage: python -m bench.projects FOLDER COUNT (a process of its own, because memory that is used here
would show in the figures of what is measured)
"""

import re
import shutil
import sys
from pathlib import Path

from bench.layout import ROOT, copy_project
from bench.synthetic import synthesize
from pages.all_pages import generate_pages
from register.load import load_register
from register.model import LANGUAGES
from website.localized_site import LocalizedSite
from website.templates import make_templates
from website.urls import Links

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


def lay_out(folder: Path, count: int) -> None:
    """Lay out the projects in `folder`, each with `count` entries."""
    copy_project(folder / "ours")
    synthesize(ROOT / "data", folder / "ours" / "data", count)
    make_plain(folder / "plain", folder / "ours" / "data")
    make_bare(folder / "bare")
    make_hugo(folder / "hugo", folder / "plain")
    shutil.copytree(folder / "plain", folder / "zensical")


def make_plain(folder: Path, data: Path) -> None:
    """Write the pages of the register in `data` as Markdown."""
    register = load_register(data)
    templates = make_templates(ROOT / "templates")
    for language in LANGUAGES:
        site = LocalizedSite(register, language, templates, Links())
        for name, text in generate_pages(site).items():
            path = folder / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    make_bare(folder)


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


if __name__ == "__main__":
    lay_out(Path(sys.argv[1]), int(sys.argv[2]))
