"""The table of the entries as CSV, which opens rightly by a double-click in a spreadsheet."""

import csv
import io
import re

from website.entries.table_cells import COLUMNS, SEPARATORS, list_cells
from website.localized_site import LocalizedSite

BYTE_ORDER_MARK = "\ufeff"
# A space of no width: no reader sees it, and no spreadsheet takes what follows it for a formula.
GUARD = "\u200b"
# A spreadsheet takes a cell for a formula that begins so, some of them after spaces or in full
# width. One that splits lines at another character (the semicolon in French, the comma in English,
# the tab) begins a cell in the middle of ours, so that these places count, too.
_FORMULA = re.compile(r"""([;,|\t\r\n][\s\ufeff"']*)(?=[=+\-@＝＋－＠])""")


def to_csv(site: LocalizedSite, site_url: str) -> str:
    """Return a table of the entries in one language.

    Cells are parted as spreadsheets in that language expect it, and none begins as a formula
    wherever the file is opened.
    """
    output = io.StringIO()
    output.write(BYTE_ORDER_MARK)
    separator = SEPARATORS[site.language]
    writer = csv.writer(output, lineterminator="\r\n", delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for entry in site.register.initiatives:
        row = list_cells(site, entry, site_url)
        writer.writerow([disarm(row[column]) for column in COLUMNS])
    return output.getvalue()


def disarm(cell: str) -> str:
    """Return `cell` with a guard before each sign that a spreadsheet would take for a formula's."""
    # With a line before it, so that its beginning is such a place, too.
    return _FORMULA.sub(rf"\1{GUARD}", f"\n{cell}")[1:]
