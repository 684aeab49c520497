"""The pages that only the preview has, for editors: the desk, and the last import."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from build.artifacts import Surroundings, make_page_artifact
from pages.desk.desk_page import render_desk
from pages.desk.import_page import render_import
from pages.desk.sources import read_evidence
from register.data_files import INITIATIVES
from register.editing.line_numbers import find_field_lines
from website import urls
from website.artifact import Artifact
from website.import_report import read_report
from website.localized_site import LocalizedSite
from website.page import Page


def add_editor_pages(
    artifacts: dict[str, Artifact],
    sites: Iterable[LocalizedSite],
    root: Path,
    around: Surroundings,
) -> None:
    """Add the pages for editors of the project at `root` to `artifacts`, those for readers."""
    known, edit_root = dict(artifacts), around.hosting.edit_root
    for site in sites:
        pages: Mapping[str, Callable[[], Page]] = {
            urls.DESK: partial(_render_desk, site, root, edit_root, known),
            urls.IMPORT: partial(_render_import, site, root, edit_root),
        }
        for path, render in pages.items():
            page = make_page_artifact(site, path, render, around)
            artifacts[page.path] = page


def _render_desk(
    site: LocalizedSite, root: Path, edit_root: str, artifacts: Mapping[str, Artifact]
) -> Page:
    evidence = read_evidence(root, edit_root)
    pages = {f"{each.page}.md" for each in artifacts.values() if each.page}
    return render_desk(site, evidence, frozenset(pages | evidence.written.keys()))


def _render_import(site: LocalizedSite, root: Path, edit_root: str) -> Page:
    lines = find_field_lines((root / "data" / INITIATIVES).read_text("utf-8"))
    return render_import(site, read_report(root), lines, edit_root)
