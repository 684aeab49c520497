"""The register as an XLSX workbook: the same bytes for the same register."""

import io
from collections.abc import Iterable
from datetime import datetime

from exports.tables.flat_tables import Table
from website.colours import read_colours

_WIDEST = 60
_NARROWEST = 8
# A fixed date of creation: that of the build would change the bytes.
CREATED = datetime(2024, 1, 1)


def to_xlsx(tables: Iterable[Table], title: str) -> bytes:
    """Return a workbook with a sheet per table: frozen head, filter, clickable links."""
    import xlsxwriter  # slow to load, and used here only

    output, colours = io.BytesIO(), read_colours()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(output, options) as book:
        book.set_properties({"title": title, "created": CREATED})
        head = book.add_format(
            {"bold": True, "bg_color": colours["brand"], "font_color": colours["brand-ink"]}
        )
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        link = book.add_format({"font_color": colours["link"], "underline": 1, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            for column, name in enumerate(table.columns):
                sheet.write_string(0, column, name, head)
                cells = [str(row[column] or "") for row in table.rows]
                width = max([len(name), *(len(cell) for cell in cells)], default=_NARROWEST)
                sheet.set_column(column, column, min(max(width + 2, _NARROWEST), _WIDEST))
            for number, row in enumerate(table.rows, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, bool):
                        sheet.write_boolean(number, column, cell, plain)
                    elif isinstance(cell, int):
                        sheet.write_number(number, column, cell, plain)
                    elif isinstance(cell, str) and cell.startswith(("https://", "http://")):
                        sheet.write_url(number, column, cell, link, cell)
                    elif isinstance(cell, str) and cell:
                        sheet.write_string(number, column, cell, plain)
            sheet.freeze_panes(1, 1)
            if table.rows:
                sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    return output.getvalue()
