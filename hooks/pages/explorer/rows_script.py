"""The rows of the explorer that its page leaves to a script, where there are very many.

It is a script because a page opened from file:// cannot load JSON.
"""

from collections.abc import Iterator
from functools import partial

from pages.tables.entry_table import list_rows
from register.classification import list_values
from register.model import Initiative
from website import urls
from website.artifact import Artifact
from website.json_in_html import to_compact_json
from website.localized_site import LocalizedSite

# A browser takes long to lay out a table of thousands of rows, and readers see the first ones.
ROWS_IN_PAGE = 100


def list_rows_script(site: LocalizedSite, most: int = ROWS_IN_PAGE) -> Iterator[Artifact]:
    """Yield the script with the rows after the first `most` of a language, if there are more.

    It calls `ExploreRows.add` (docs/assets/js/explorer/rows.js).
    """
    entries = site.register.initiatives[most:]
    if entries:
        yield Artifact(
            path=urls.rows_script(site.language), render=partial(_make_script, site, entries)
        )


def _make_script(site: LocalizedSite, entries: tuple[Initiative, ...]) -> str:
    content = {
        "entries": describe_entries(site, entries),
        # As in the page, so that a row is made in one place only.
        "rows": site.render("explorer/rows.html", urls.EXPLORE, rows=list_rows(site, entries)),
    }
    return f"ExploreRows.add({to_compact_json(content)});\n"


def describe_entries(
    site: LocalizedSite, entries: tuple[Initiative, ...]
) -> list[dict[str, object]]:
    """Return what the explorer knows of each entry besides its row."""
    return [
        {
            "id": entry.id,
            "number": site.number(entry),
            "values": list_values(site.register, entry),
        }
        for entry in entries
    ]
