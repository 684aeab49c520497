"""Tables as text: .csv from a spreadsheet, .tsv pasted from one."""

import csv
import io
import re

from importing.readers.tables import ImportFault, Table, TableRow
from register.messages import say

_DELIMITERS = "\t;,"
_MAX_FIELD = 200_000
# By this line Excel is told the delimiter.
_SEPARATOR = re.compile(r"\Asep=.\r?\n", re.I)


def read_delimited(data: bytes) -> tuple[Table, ...]:
    """Return the one table that the bytes of a file are.

    The delimiter is the one that most lines have: French Excel writes semicolons. Raises
    `ImportFault` where the bytes are no text.
    """
    text = _SEPARATOR.sub("", _decode(data), count=1)
    delimiter = max(_DELIMITERS, key=lambda sign: sum(sign in line for line in text.splitlines()))
    csv.field_size_limit(_MAX_FIELD)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise ImportFault(say("import-cell-too-long", limit=_MAX_FIELD)) from None
    width = max(map(len, rows), default=0)
    return (
        Table(
            before=(),
            rows=tuple(
                TableRow(cells=tuple(map(_tidy, row)) + ("",) * (width - len(row)))
                for row in rows
                if any(cell.strip() for cell in row)
            ),
        ),
    )


def _tidy(cell: str) -> str:
    return "\n".join(" ".join(line.split()) for line in cell.splitlines()).strip()


def _decode(data: bytes) -> str:
    """Return the text of a file saved by a spreadsheet, on whatever system."""
    is_wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise ImportFault(say("import-no-text", wanted=say("import-save-as")))
