"""The register as flat tables, for the workbook."""

from typing import Any

from msgspec import Struct

from exports.published_register import PublishedRegister
from register.model import Record

Cell = str | int | bool | None
LIST_SEPARATOR = "; "
# Of an entry, each has a table of its own.
_PARTS = (
    "earlier_statuses",
    "actors",
    "components",
    "milestones",
    "links",
    "relations",
    "notes",
)
_IN_OWN_TABLES = {*_PARTS, "lists", "moved"}


class Table(Struct, frozen=True, kw_only=True):
    """A table: its name, the names of its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def flatten(value: Any, prefix: str = "") -> dict[str, Cell]:
    """Return the plain values within `value` by dotted name: {"status.text.fr": "..."}.

    A list of strings is one cell; a list of anything else gets no cell, but a table of its own.
    """
    if isinstance(value, Record):
        cells: dict[str, Cell] = {}
        for name in type(value).model_fields:
            cells |= flatten(getattr(value, name), f"{prefix}.{name}" if prefix else name)
        return cells
    if isinstance(value, tuple):
        words = [each for each in value if isinstance(each, str)]
        return {prefix: LIST_SEPARATOR.join(words)} if len(words) == len(value) else {}
    return {} if isinstance(value, dict) else {prefix: value}


def make_tables(document: PublishedRegister) -> list[Table]:
    """Return the tables of entries, of their parts, of vocabulary, glossary and dated lists."""
    entries = document.initiatives
    parts: dict[str, list[dict[str, Cell]]] = {}
    for entry in entries:
        for name in _PARTS:
            for position, part in enumerate(getattr(entry, name), start=1):
                row = {"initiative": entry.id, "position": position, **flatten(part)}
                parts.setdefault(name, []).append(row)
        for edition, place in entry.lists.items():
            row = {"initiative": entry.id, "edition": edition, **flatten(place)}
            parts.setdefault("lists", []).append(row)
        for edition, category in entry.moved.items():
            row = {"initiative": entry.id, "edition": edition, "category_before": category}
            parts.setdefault("moved", []).append(row)
    tables = [_table("initiatives", [_main_row(entry) for entry in entries])]
    tables += [_table(name, rows) for name, rows in sorted(parts.items())]
    vocabulary = [
        {"table": table, "id": key, **flatten(term)}
        for table in type(document.vocabulary).model_fields
        for key, term in getattr(document.vocabulary, table).items()
    ]
    tables.append(_table("vocabulary", vocabulary))
    tables.append(_table("glossary", [flatten(term) for term in document.glossary]))
    tables.append(_table("editions", [flatten(edition) for edition in document.editions]))
    return tables


def _main_row(entry: Record) -> dict[str, Cell]:
    cells = flatten(entry)
    return {key: cell for key, cell in cells.items() if key.partition(".")[0] not in _IN_OWN_TABLES}


def _table(name: str, rows: list[dict[str, Cell]]) -> Table:
    # An optional part gives one empty cell where it is absent, and several dotted ones elsewhere:
    # then the column of the empty cell is dropped.
    columns = list(dict.fromkeys(key for row in rows for key in row))
    columns = [key for key in columns if not any(other.startswith(f"{key}.") for other in columns)]
    return Table(
        name=name,
        columns=tuple(columns),
        rows=tuple(tuple(row.get(column) for column in columns) for row in rows),
    )
