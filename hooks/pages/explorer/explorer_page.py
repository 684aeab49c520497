"""The explorer: all entries, to filter, sort, share and print."""

from typing import Any

from markupsafe import Markup

from pages.explorer.entry_rows import ENTRIES_PER_SCRIPT
from pages.explorer.rows_script import ROWS_IN_PAGE, describe_entries
from pages.tables.entry_table import list_rows
from pages.tables.facet_pages import list_facets
from register.model import Initiative
from website import urls
from website.entries.table_cells import SEPARATORS
from website.json_in_html import escape_for_html, to_compact_json
from website.localized_site import LocalizedSite
from website.page import Page

# Words that the script fills with figures and names.
WORDS = (
    "shown",
    "shown-one",
    "shown-all",
    "shown-all-one",
    "shown-none",
    "remove-filter",
    "compare-head",
    "compare-entry",
    "compare-count",
    "compare-count-one",
    "compare-full",
    "search-in-facet",
    "show-more",
    "link-copied",
    "link-not-copied",
    "link-unknown",
    "load-failed",
    "dossier-too-long",
    "dossier-head",
    "dossier-head-one",
    "query",
    "colon",
)


def render_explorer(site: LocalizedSite, most: int = ROWS_IN_PAGE) -> Page:
    """Return the explorer; its page has at most `most` rows, and a script those after them."""
    path = urls.EXPLORE
    entries = site.register.initiatives
    first = entries[:most]
    return site.render_page(
        "explorer/explorer.html",
        path,
        facets=list_facets(site, path),
        rows=list_rows(site, first),
        shown=len(first),
        count=len(entries),
        left=site.count_left(entries),
        data=to_json_block(_describe(site, path, first)),
    )


def _describe(site: LocalizedSite, path: str, first: tuple[Initiative, ...]) -> dict[str, Any]:
    page = f"{site.language}/{path}"
    rest = {"rows": site.links.to_file(page, urls.rows_script(site.language))}
    return {
        "facets": {facet: list(values) for facet, values in site.facets.items()},
        "entries": describe_entries(site, first),
        "file": f"{site.register.publication.file_stem}-{site.language}.csv",
        "separator": SEPARATORS[site.language],
        "words": site.words.pick(WORDS),
        **describe_scripts(site, path),
        **(rest if len(first) < len(site.register.initiatives) else {}),
    }


def describe_scripts(site: LocalizedSite, path: str) -> dict[str, Any]:
    """Return what a script of the page at `path` needs to find entries and links."""
    return {
        "language": site.language,
        "as_of": site.date(site.register.publication.as_of),
        "hosted": urls.hosted(site.site_url, site.language, path) if site.site_url else "",
        "home": site.links.to_file(f"{site.language}/{path}", f"{site.language}/x")[:-1],
        "script": site.links.to_file(
            f"{site.language}/{path}", urls.entry_script(site.language, "{number}")
        ),
        "per_script": ENTRIES_PER_SCRIPT,
    }


def to_json_block(value: Any) -> Markup:
    """Return `value` as JSON that is safe within a script element of type application/json."""
    return Markup(escape_for_html(to_compact_json(value)))
