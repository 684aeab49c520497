"""The entries as scripts, which the explorer and the comparison load when they need them.

They are scripts because a page opened from file:// cannot load JSON.
"""

from collections.abc import Iterator
from functools import partial

from pages.explorer.entry_rows import ENTRIES_PER_SCRIPT, list_details
from register.model import Initiative
from website import urls
from website.artifact import Artifact
from website.entries.table_cells import COLUMNS, list_cells
from website.json_in_html import to_compact_json
from website.localized_site import LocalizedSite

# Cells left out here, because the row of the same key has the same text.
_IN_ROWS = ("objective", "description", "status")


def list_entry_scripts(site: LocalizedSite, site_url: str) -> Iterator[Artifact]:
    """Yield the scripts of a language; entries in the register's order.

    Each calls `EntryDetails.add` (docs/assets/js/explorer/entry_details.js).
    """
    entries = site.register.initiatives
    starts = range(0, len(entries), ENTRIES_PER_SCRIPT)
    for number, start in enumerate(starts, start=1):
        yield Artifact(
            path=urls.entry_script(site.language, number),
            render=partial(
                _make_script, site, site_url, entries[start : start + ENTRIES_PER_SCRIPT]
            ),
        )


def _make_script(site: LocalizedSite, site_url: str, entries: tuple[Initiative, ...]) -> str:
    content = {
        "columns": COLUMNS,
        "entries": [_describe(site, entry, site_url) for entry in entries],
    }
    return f"EntryDetails.add({to_compact_json(content)});\n"


def _describe(site: LocalizedSite, entry: Initiative, site_url: str) -> dict[str, object]:
    cells = list_cells(site, entry, site_url)
    return {
        "id": entry.id,
        "title": site.title(entry),
        "number": cells["number"],
        "category": site.category_number(entry.category),
        "link": site.link(urls.HOME, urls.initiative(entry.id)),
        "cells": {column: cells[column] for column in COLUMNS if column not in _IN_ROWS},
        "rows": list(list_details(site, entry)),
    }
