"""The register as JSON, JSON Lines, YAML and CSV."""

import csv
import io
from typing import Any

from pydantic_core import to_json as to_json_bytes

from pages import addresses
from pages.language_site import LanguageSite
from publish.document import PublishedInitiative, PublishedRegister
from publish.yaml_text import to_yaml_text
from register.model import Initiative, Record

# Spreadsheets take a cell that begins so for a formula, some of them after spaces or in full width.
# Some read on after a tab or the end of a line, too.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BYTE_ORDER_MARK = "\ufeff"


def to_json(value: Record | dict[str, Any]) -> str:
    """Return `value` as JSON that people can read, too."""
    return to_json_bytes(value, indent=2).decode("utf-8") + "\n"


def to_json_lines(document: PublishedRegister) -> str:
    """Return one entry per line."""
    return "".join(f"{entry.model_dump_json()}\n" for entry in document.initiatives)


def to_yaml(value: PublishedRegister | PublishedInitiative) -> str:
    """Return `value` as YAML."""
    return to_yaml_text(value.model_dump(mode="json"))


def to_csv(site: LanguageSite, site_url: str) -> str:
    """Return a table of the entries in one language, which opens rightly in spreadsheets.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe.
    """
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    writer = csv.writer(output, lineterminator="\r\n")
    rows = [list_cells(site, entry, site_url) for entry in site.register.initiatives]
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([disarm(row[column]) for column in COLUMNS])
    return output.getvalue()


COLUMNS = (
    "id",
    "number",
    "name",
    "category",
    "phase",
    "also",
    "status",
    "status_printed",
    "objective",
    "description",
    "lead",
    "partner",
    "support",
    "funder",
    "consulted",
    "user",
    "access",
    "data_holder",
    "sharing",
    "url",
)


def list_cells(site: LanguageSite, entry: Initiative, site_url: str) -> dict[str, str]:
    """Return the cells of an entry by column, in the words of the site's language."""
    vocabulary, say = site.register.vocabulary, site.say
    number = site.number(entry)
    cells = {
        "id": entry.id,
        "number": "" if number is None else str(number),
        "name": site.title(entry),
        "category": say(site.category(entry).name),
        "phase": say(vocabulary.phases[entry.status.phase].label),
        "also": "; ".join(say(vocabulary.phases[phase].label) for phase in entry.status.also),
        "status": say(entry.status.text),
        "status_printed": entry.status.printed or "",
        "objective": say(entry.objective),
        "description": say(entry.description),
        "access": say(vocabulary.access_levels[entry.access.level].label),
        "data_holder": say(vocabulary.data_holders[entry.access.data_holder].label),
        "sharing": say(vocabulary.sharing[entry.access.sharing].label),
        "url": addresses.hosted(site_url, site.language, f"initiatives/{entry.id}"),
    }
    for role in ("lead", "partner", "support", "funder", "consulted", "user"):
        names = (say(vocabulary.bodies[a.body].name) for a in entry.actors if a.role == role)
        cells[role] = "; ".join(names)
    return cells


def disarm(cell: str) -> str:
    """Return `cell` with an apostrophe before it if a spreadsheet would take it for a formula."""
    is_formula = cell.startswith(("\t", "\r")) or cell.lstrip().startswith(_FORMULA_STARTS)
    return "'" + cell if is_formula else cell
