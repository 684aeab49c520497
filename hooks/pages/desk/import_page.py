"""The last import, to review before it is written: a page of the preview, beside the desk."""

from collections.abc import Mapping

from pages.desk.places import make_finder
from website import urls
from website.import_report import ImportReport, find_text
from website.localized_site import LocalizedSite
from website.page import Page


def render_import(
    site: LocalizedSite,
    report: ImportReport | None,
    lines: Mapping[str, Mapping[str, int]],
    edit_root: str,
) -> Page:
    """Return the page of the last import, or one that says how to begin.

    `lines` and `edit_root` are those of `places.make_finder`.
    """
    find = make_finder(site, lines, edit_root, urls.IMPORT)
    return site.render_page(
        "desk/import.html", urls.IMPORT, report=report, find=find, find_text=find_text
    )
