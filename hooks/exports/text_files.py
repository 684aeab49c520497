"""The register as JSON, JSON Lines, YAML and CSV."""

import csv
import io
from typing import Any

from pydantic_core import to_json as to_json_bytes

from exports.published_register import PublishedInitiative, PublishedRegister
from exports.yaml_text import to_yaml_text
from register.model import Record
from website.localized_site import LocalizedSite
from website.table_cells import COLUMNS, list_cells

# Spreadsheets read a cell that begins with one of these as a formula, some of them also after
# spaces, in full width, or after a tab or carriage return.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


def to_json(value: Record | dict[str, Any]) -> str:
    """Return `value` as indented JSON."""
    return to_json_bytes(value, indent=2).decode("utf-8") + "\n"


def to_json_lines(document: PublishedRegister) -> str:
    """Return one entry per line."""
    return "".join(f"{entry.model_dump_json()}\n" for entry in document.initiatives)


def to_yaml(value: PublishedRegister | PublishedInitiative) -> str:
    """Return `value` as YAML."""
    return to_yaml_text(value.model_dump(mode="json"))


def to_csv(site: LocalizedSite, site_url: str) -> str:
    """Return a table of the entries in one language, for spreadsheets.

    A byte order mark makes Excel read it as UTF-8; `disarm` keeps cells from being formulas.
    """
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output, lineterminator="\r\n")
    rows = [list_cells(site, entry, site_url) for entry in site.register.initiatives]
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([disarm(row[column]) for column in COLUMNS])
    return output.getvalue()


def disarm(cell: str) -> str:
    """Return `cell` with an apostrophe before it if a spreadsheet would read it as a formula."""
    is_formula = cell.startswith(("\t", "\r")) or cell.lstrip().startswith(_FORMULA_STARTS)
    return "'" + cell if is_formula else cell
