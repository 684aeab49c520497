"""Which column of a table holds what: by its head, or by what the editor says."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from importing.matching.names import compare_names, simplify
from importing.readers.tables import ImportFault, Table, TableRow
from importing.words import Column, ImportWords
from register.messages import say

# Words nearer than this to a known head are that head; the next best must be well behind.
_SURE = 86
_MARGIN = 6
_NUMBER = re.compile(
    r"(?:n\s?[°ºo]\s?\.?\s*)?(\d{1,6})(?:[.,]0)?\s*[.):]?(?:\s*\(?(?:suite|cont\w*)\.?\)?)?", re.I
)

Columns = Mapping[Column, int]


def parse_number(text: str) -> int | None:
    """Return the number of a row as it may be written: "12", "12.", "N° 12", "12 (suite)"."""
    match = _NUMBER.fullmatch(text.strip())
    return int(match.group(1)) if match else None


def read_heads(row: TableRow, words: ImportWords) -> dict[Column, int]:
    """Return the columns that the heads in `row` name; of no more than one, they are none."""
    found: dict[Column, int] = {}
    for index, cell in enumerate(row.cells):
        column = _find_column(cell, words) if cell else None
        if column is not None and column not in found:
            found[column] = index
    return found if len(found) > 1 and "name" in found else {}


def _find_column(cell: str, words: ImportWords) -> Column | None:
    scores = sorted(
        ((_compare_heads(cell, heads), column) for column, heads in words.heads.items()),
        reverse=True,
    )
    (best, column), (second, _) = scores[0], scores[1]
    return column if best >= _SURE and best - second >= _MARGIN else None


# A cell is looked at several times, and comes again in the next document.
@lru_cache(maxsize=16_384)
def _compare_heads(cell: str, heads: tuple[str, ...]) -> float:
    """Return how near `cell` is to the nearest of the `heads`, from 0 to 100."""
    # A head of signs alone has no words to compare.
    return max(
        compare_names(cell, head) if simplify(head) else 100.0 * (cell.strip() == head)
        for head in heads
    )


def choose_columns(table: Table, words: ImportWords, said: Columns | None) -> Columns:
    """Return the columns of `table`: those that were `said`, its heads', or of a plain list.

    A table without heads is a plain list if one column holds numbers and at most two others hold
    text. Raises `ImportFault`, which says how to name the columns, if they cannot be recognized.
    """
    if said:
        return said
    for row in table.rows:
        if found := read_heads(row, words):
            return _add_number(table, found, words)
    return _guess(table, words) or _ask(table, words)


def _add_number(table: Table, found: dict[Column, int], words: ImportWords) -> dict[Column, int]:
    """Return `found` with the column of numbers, whose head is often empty."""
    if "number" in found:
        return found
    column = _find_numbers(table, found.values(), words)
    return found if column is None else {**found, "number": column}


def _find_numbers(table: Table, taken: Collection[int], words: ImportWords) -> int | None:
    """Return the first column in which all that stands is a number, but for category rows."""
    rows = [
        row
        for row in table.rows
        if sum(map(bool, row.cells)) > 1 and not row.is_banner and not read_heads(row, words)
    ]
    width = max((len(row.cells) for row in rows), default=0)
    for column in range(width):
        texts = [_cell(row, column) for row in rows if _cell(row, column)]
        if column not in taken and texts and all(parse_number(text) is not None for text in texts):
            return column
    return None


def looks_like_a_list(table: Table, words: ImportWords) -> bool:
    """Return whether the rows of `table` are numbered, whatever else they hold."""
    return len(table.rows) > 1 and _find_numbers(table, (), words) is not None


def _guess(table: Table, words: ImportWords) -> Columns | None:
    number = _find_numbers(table, (), words)
    if number is None:
        return None
    rows = [row for row in table.rows if parse_number(_cell(row, number)) is not None]
    width = max(len(row.cells) for row in rows)
    filled = [c for c in range(width) if c != number and any(_cell(row, c) for row in rows)]
    if len(filled) == 1:
        return {"number": number, "name": filled[0]}
    if len(filled) != 2:
        return None
    # A category is written once for all its rows: merged, repeated or left empty below.
    by_values = sorted(filled, key=lambda column: len({_cell(row, column) for row in rows}))
    is_merged = any(by_values[0] in row.continued for row in rows)
    fewest, most = (len({_cell(row, column) for row in rows}) for column in by_values)
    if fewest == most or not (is_merged or fewest * 2 <= most):
        return None
    return {"number": number, "name": by_values[1], "category": by_values[0]}


def _cell(row: TableRow, column: int) -> str:
    return row.cells[column] if column < len(row.cells) else ""


def _ask(table: Table, words: ImportWords) -> Columns:
    first = max(table.rows[:5], key=lambda row: sum(map(bool, row.cells)))
    shown = tuple(f"{n} “{cell[:30]}”" for n, cell in enumerate(first.cells, 1) if cell)
    raise ImportFault(say("import-columns-unclear", shown=shown, names=tuple(words.heads)))


def parse_columns(text: str, words: ImportWords) -> Columns:
    """Return the columns that "number=1,name=2" says. Raises `ImportFault`."""
    found: dict[Column, int] = {}
    for part in filter(None, re.split(r"[,;\s]+", text)):
        name, _, place = part.partition("=")
        column = next((known for known in words.heads if known == name), None)
        if column is None or not place.isdecimal() or int(place) < 1:
            raise ImportFault(say("import-columns-form", part=part, names=tuple(words.heads)))
        found[column] = int(place) - 1
    if "name" not in found:
        raise ImportFault(say("import-columns-name"))
    return found


def is_english(table: Table, columns: Columns, words: ImportWords) -> bool:
    """Return whether the heads of `table` are English ones."""
    english: Sequence[str] = [simplify(head) for head in words.english_heads]
    for row in table.rows:
        if read_heads(row, words):
            return any(simplify(_cell(row, place)) in english for place in columns.values())
    return False
