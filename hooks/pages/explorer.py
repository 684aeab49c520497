"""The explorer: all entries, to filter, sort, share and print."""

from pages import addresses
from pages.facets import list_facets
from pages.indexes import list_rows
from pages.language_site import LanguageSite


def render_explorer(site: LanguageSite) -> str:
    """Return the Markdown source of the explorer."""
    path = addresses.EXPLORE
    entries = site.register.initiatives
    return site.render(
        "explore.md",
        path,
        facets=list_facets(site, path),
        rows=list_rows(site, path, entries),
        count=len(entries),
    )
