"""On which line of data/initiatives.yaml each field of an entry is, as it is usually indented.

Told by the lines' beginnings, without reading YAML: who is led to a line needs no more.
"""

import re
from collections.abc import Mapping

_ENTRY = re.compile(r"- id: +[\"']?([a-z0-9-]+)")
_FIELD = re.compile(r"  (\w+):")
_INNER = re.compile(r"    (- )?([\w-]+):|    - ")


def find_field_lines(source: str) -> dict[str, dict[str, int]]:
    """Return the lines, from 1, of the fields of each entry of `source`, by the entry's id.

    A field within a field is named "status.phase", an item of a list "milestones.0".
    """
    found: dict[str, dict[str, int]] = {}
    lines: dict[str, int] = {}
    field, items = "", 0
    for number, text in enumerate(source.split("\n"), start=1):
        if entry := _ENTRY.match(text):
            lines, field, items = found.setdefault(entry[1], {"id": number}), "", 0
        elif top := _FIELD.match(text):
            field, items = top[1], 0
            lines.setdefault(field, number)
        elif field and (inner := _INNER.match(text)):
            name = inner[2]
            if text.startswith("    - "):
                name, items = str(items), items + 1
            lines.setdefault(f"{field}.{name}", number)
    return found


def find_line(lines: Mapping[str, int], field: str, otherwise: int) -> int:
    """Return the line of `field`, or of the field around it, or `otherwise`."""
    while field:
        if field in lines:
            return lines[field]
        field = field.rpartition(".")[0]
    return otherwise
