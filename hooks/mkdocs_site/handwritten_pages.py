"""The hand-written pages of docs/fr and docs/en: MkDocs reads them, our template surrounds them."""

import html
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from register.model import LANGUAGES, Language
from website.page import Page

SECTIONS = Path("search", "search_index.json")


def language_of(name: str) -> Language | None:
    """Return the language of the file with the `name` ("fr/about.md"), None outside of both."""
    first = name.partition("/")[0]
    return next((language for language in LANGUAGES if language == first), None)


def path_of(name: str) -> str:
    """Return the path, without language, of the page with the source `name` ("fr/about.md")."""
    return name.partition("/")[2].removesuffix(".md")


def list_written(files: Files) -> Iterator[File]:
    """Yield the files of the hand-written pages."""
    for file in files.documentation_pages():
        if file.generated_by is None and language_of(file.src_uri):
            yield file


def take_page(page: MkDocsPage) -> Page:
    """Return the page that MkDocs has rendered; its front matter says what it needs."""
    meta: Mapping[str, Any] = page.meta
    return Page(
        path=path_of(page.file.src_uri),
        title=html.unescape(str(page.title)),
        description=str(meta.get("description", "")),
        kind=str(meta.get("kind", "page")),
        body=Markup(page.content or ""),
        styles=tuple(meta.get("styles", ())),
        scripts=tuple(meta.get("scripts", ())),
    )


def render_by_mkdocs(file: File, config: MkDocsConfig, files: Files) -> MkDocsPage:
    """Return the page of `file`, rendered by MkDocs and its plugins as in a build."""
    plugins = config.plugins
    page = plugins.on_pre_page(MkDocsPage(None, file, config), config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.render(config, files)
    page.content = plugins.on_page_content(
        page.content or "", page=page, config=config, files=files
    )
    return page


def take_sections(folder: Path) -> str:
    """Return the search plugin's index of the hand-written pages in the site's `folder`, or "".

    It is removed: ours replaces it.
    """
    path = folder / SECTIONS
    if not path.exists():
        return ""
    text = path.read_text(encoding="utf-8")
    path.unlink()
    path.parent.rmdir()
    return text
