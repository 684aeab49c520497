"""The entries as scripts: what the explorer and the comparison load when they need it.

Scripts, because a page opened from file:// may load those, but no JSON.
"""

import json
from collections.abc import Iterator

from pages import addresses
from pages.details import ENTRIES_PER_SCRIPT, DetailRow, list_details
from pages.language_site import LanguageSite
from publish.text_files import COLUMNS, list_cells
from register.model import Initiative

# Cells whose text stands in the row of the same key.
_IN_ROWS = ("objective", "description", "status")


def generate_entry_scripts(site: LanguageSite, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of each script of a language, entries in the order of the register.

    Each calls `EntryDetails.add` (docs/assets/js/entry-details.js).
    """
    entries = site.register.initiatives
    for number, start in enumerate(range(0, len(entries), ENTRIES_PER_SCRIPT), start=1):
        part = entries[start : start + ENTRIES_PER_SCRIPT]
        content = {
            "columns": COLUMNS,
            "entries": [_describe(site, entry, site_url) for entry in part],
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        yield addresses.entry_script(site.language, number), f"EntryDetails.add({text});\n"


def _describe(site: LanguageSite, entry: Initiative, site_url: str) -> dict[str, object]:
    cells = list_cells(site, entry, site_url)
    return {
        "id": entry.id,
        "title": site.title(entry),
        "number": cells["number"],
        "category": site.category_number(entry.category),
        "link": site.link(addresses.HOME, addresses.initiative(entry.id)),
        "cells": {column: cells[column] for column in COLUMNS if column not in _IN_ROWS},
        "rows": [_shorten(row) for row in list_details(site, entry)],
    }


def _shorten(row: DetailRow) -> list[object]:
    """Return a row as key, label, values, and 1 for a fact; empty ends of lists left out."""
    values = []
    for value in row.values:
        parts = [value.text, value.note, value.link]
        while parts and not parts[-1]:
            parts.pop()
        values.append(parts)
    return [row.key, row.label, values, *([1] if row.fact else [])]
