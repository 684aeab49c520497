"""What the cells of each imported list said, as fingerprints: data/imports.yaml.

By them the next list shows which cells have changed; the text itself is not kept. The file has a
line per entry of a list, `detailed-2023.cen: 1a2b3c4d 5e6f7a8b - 9c0d1e2f`: objective, actors,
description, status. Nothing in it, or missing from it, is ever an error.
"""

import re
from collections.abc import Mapping

from importing.words import CELLS, Column
from register.editing.translation_status import make_fingerprint

FILE = "imports.yaml"
HEAD = """\
# What the cells of each imported list said, as fingerprints; written by `make import`.
# By list and entry: objective, actors, description, status.
"""
_LINE = re.compile(r"^([a-z0-9-]+)\.([a-z0-9-]+): *([0-9a-f -]+?) *\r?$", re.MULTILINE)
_NONE = "-"

# By list and entry, the fingerprint of each cell.
Fingerprints = Mapping[str, Mapping[str, Mapping[Column, str]]]


def fingerprint_cells(cells: Mapping[Column, str]) -> dict[Column, str]:
    """Return the fingerprint of each cell."""
    return {column: make_fingerprint(text) for column, text in cells.items()}


def read_fingerprints(source: str) -> dict[str, dict[str, dict[Column, str]]]:
    """Return the fingerprints in `source`, the text of the file."""
    found: dict[str, dict[str, dict[Column, str]]] = {}
    for edition, entry, text in _LINE.findall(source):
        marks = zip(CELLS, text.split(), strict=False)
        found.setdefault(edition, {})[entry] = {
            column: mark for column, mark in marks if mark != _NONE
        }
    return found


def write_fingerprints(known: Fingerprints) -> str:
    """Return the text of the file, each list and entry in the order of `known`."""
    lines = [
        f"{edition}.{entry}: {' '.join(cells.get(column, _NONE) for column in CELLS)}\n"
        for edition, entries in known.items()
        for entry, cells in entries.items()
        if cells
    ]
    return HEAD + "".join(lines)
