"""The rows of a dated list, from the tables of a document."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from importing.lists.columns import (
    Columns,
    choose_columns,
    is_english,
    looks_like_a_list,
    parse_number,
    read_heads,
)
from importing.lists.heading import find_date, find_title
from importing.readers.tables import ImportFault, Table, TableRow
from importing.words import CELLS, Column, ImportWords, Kind, name_list
from register.messages import Message, say
from register.model import Language

# In place of a number: the initiative is named, but is not in the list.
_DASHES = ("-", "–", "—")
_ENDS = re.compile(r"[.;:!?…»)\]]$")


class ImportedRow(Struct, frozen=True, kw_only=True):
    """An initiative as a list has it; `cells` has the text of each further column."""

    number: int
    name: str
    category: str
    cells: Mapping[Column, str] = field(default_factory=dict)


class ImportedList(Struct, frozen=True, kw_only=True):
    """A dated list as it was read; `date` is None where the document gives none.

    `remarks` says what looks wrong in the document itself.
    """

    kind: Kind
    title: str
    date: str | None
    language: Language
    rows: tuple[ImportedRow, ...]
    remarks: tuple[Message, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """The titles of the categories, in their order."""
        return tuple(dict.fromkeys(row.category for row in self.rows))


def read_lists(
    tables: Sequence[Table], words: ImportWords, said: Columns | None = None
) -> tuple[ImportedList, ...]:
    """Return the lists in `tables`, each from one table or from several in a row.

    A table without rows of its own, a legend for instance, is passed over. Raises `ImportFault` if
    no table is a list, or its columns cannot be recognized.
    """
    lists: list[ImportedList] = []
    fault: ImportFault | None = None
    last: tuple[int, Columns] | None = None
    for table in tables:
        if not table.rows:
            continue
        width = max(len(row.cells) for row in table.rows)
        try:
            columns = choose_columns(table, words, said)
        except ImportFault as error:
            if last is not None and last[0] == width and not table.before:
                # The list goes on in a table of its own, without heads.
                columns = last[1]
            elif looks_like_a_list(table, words):
                raise
            else:
                fault = fault or error
                continue
        last = width, columns
        found = _read_list(table, columns, words)
        if found.rows:
            _add(lists, found)
    if not lists:
        raise fault or ImportFault(say("import-no-rows"))
    headings = {table.heading for table in tables}
    return tuple(_with_remarks(_without_lone_heading(each, headings)) for each in lists)


def _without_lone_heading(found: ImportedList, headings: Collection[str]) -> ImportedList:
    """Return a list all of which stands below one heading without that for its category."""
    if len(found.categories) != 1 or found.categories[0] not in headings:
        return found
    return replace(found, rows=tuple(replace(row, category="") for row in found.rows))


def _add(lists: list[ImportedList], found: ImportedList) -> None:
    """Add a list, or its rows to the one before: a list may have a table per category."""
    last = lists[-1] if lists else None
    numbers = {row.number for row in last.rows} if last else set()
    goes_on = last and last.kind == found.kind and not numbers & {r.number for r in found.rows}
    if last is None or not goes_on or (found.date and last.date and found.date != last.date):
        lists.append(found)
        return
    rows = found.rows
    if not rows[0].category:
        # The title of a category stands above its table, or the category goes on.
        category = found.title or last.rows[-1].category
        rows = tuple(replace(row, category=row.category or category) for row in rows)
    remarks = (*last.remarks, *found.remarks)
    lists[-1] = replace(last, rows=(*last.rows, *rows), remarks=remarks)


class _Reader:
    """Reads the rows of one table from top to bottom."""

    def __init__(self, columns: Columns, words: ImportWords, category: str) -> None:
        self._columns = columns
        self._words = words
        self._category = category
        self.rows: list[ImportedRow] = []
        self.remarks: list[Message] = []
        self._is_passing = False

    def read(self, row: TableRow) -> None:
        """Take in the next row: heads, a category, an initiative, or the rest of one."""
        filled = [cell for cell in row.cells if cell]
        if not filled or read_heads(row, self._words):
            return
        number = self._number(row)
        if number is None and len(filled) == 1 and self._is_category(row):
            self._category = _flatten(filled[0])
            return
        category = self._cell(row, "category")
        if category:
            self._category = _flatten(category)
        name = _flatten(self._cell(row, "name"))
        if name and self._cell(row, "number") in _DASHES:
            self._is_passing = True
            self.remarks.append(say("import-dash-row", name=name[:60]))
            return
        # What goes on after a page belongs to the row before it.
        self._is_passing = self._is_passing and number is None
        if self._is_passing:
            return
        if number is not None and name and not self._goes_on(row, number):
            cells = {c: self._cell(row, c) for c in CELLS if c in self._columns}
            self.rows.append(
                ImportedRow(number=number, name=name, category=self._category, cells=cells)
            )
        elif self._is_nameless(row, number):
            self._is_passing = True
            self.remarks.append(say("import-nameless-row", number=str(number)))
        elif self.rows:
            self._continue(row)

    def _cell(self, row: TableRow, column: Column) -> str:
        place = self._columns.get(column)
        return "" if place is None or place >= len(row.cells) else _clean(row.cells[place])

    def _number(self, row: TableRow) -> int | None:
        if "number" in self._columns:
            return parse_number(self._cell(row, "number"))
        # Without numbers, each name that begins in its row is a row.
        is_new = bool(self._cell(row, "name")) and self._columns["name"] not in row.continued
        return len(self.rows) + 1 if is_new and not row.is_banner else None

    def _is_category(self, row: TableRow) -> bool:
        """Return whether the only text in `row` is the title of a category.

        It fills the row, or stands where numbers stand; elsewhere a cell goes on after a page.
        """
        place = next(n for n, cell in enumerate(row.cells) if cell)
        if row.is_banner or len(row.cells) == 1:
            return True
        return place == self._columns.get("number", self._columns.get("category", -1))

    def _goes_on(self, row: TableRow, number: int) -> bool:
        """Return whether `row` is the rest of the row before, under its number."""
        if not self.rows or self.rows[-1].number != number:
            return False
        is_merged = self._columns.get("number") in row.continued
        name = _flatten(self._cell(row, "name"))
        return is_merged or name == self.rows[-1].name

    def _is_nameless(self, row: TableRow, number: int | None) -> bool:
        """Return whether `row` has a number of its own, and no name."""
        is_merged = self._columns.get("number") in row.continued
        is_last = bool(self.rows) and self.rows[-1].number == number
        return number is not None and not self._cell(row, "name") and not (is_merged or is_last)

    def _continue(self, row: TableRow) -> None:
        """Add what `row` holds to the row before it."""
        last = self.rows[-1]
        added = {
            column: self._cell(row, column)
            for column in ("name", *CELLS)
            if column in self._columns and self._columns[column] not in row.continued
        }
        name = _flatten(added.pop("name", ""))
        if name == last.name:
            name = ""
        elif name and all(added.values()) and len(added) > 1:
            self.remarks.append(say("import-rest-row", name=name[:60], number=last.number))
        elif name and not any(added.values()):
            self.remarks.append(say("import-name-goes-on", name=name[:60], number=last.number))
        cells = {column: _join(text, added.get(column, "")) for column, text in last.cells.items()}
        self.rows[-1] = replace(last, name=" ".join(filter(None, (last.name, name))), cells=cells)


def _read_list(table: Table, columns: Columns, words: ImportWords) -> ImportedList:
    reader = _Reader(columns, words, "" if find_date(table.heading) else table.heading)
    for row in table.rows:
        reader.read(row)
    title = find_title(table.titles)
    if not find_date(title):
        title = find_title(table.before)
    categories = {row.category for row in reader.rows}
    above = _find_above(table, words, categories) if not find_date(title) else ""
    unnumbered = () if "number" in columns or not reader.rows else (say("import-no-numbers"),)
    return ImportedList(
        kind="detailed" if any(column in columns for column in CELLS) else "summary",
        title=title if find_date(title) or not above else above,
        date=find_date(title) or find_date(above),
        language="en" if is_english(table, columns, words) else "fr",
        rows=tuple(reader.rows),
        remarks=(*table.remarks, *unnumbered, *reader.remarks),
    )


def _find_above(table: Table, words: ImportWords, categories: Collection[str]) -> str:
    """Return what stands in the table itself above its heads, as in a spreadsheet.

    The title of one of the `categories` is not that of the list.
    """
    lines: list[str] = []
    for row in table.rows[:10]:
        filled = [_flatten(cell) for cell in row.cells if cell]
        filled = [cell for cell in filled if cell not in categories or find_date(cell)]
        if read_heads(row, words) or len(filled) > 2:
            return " / ".join(lines)
        lines += filled
    return ""


def _with_remarks(found: ImportedList) -> ImportedList:
    """Return the list with remarks on its numbers and categories."""
    remarks = list(found.remarks)
    numbers = [row.number for row in found.rows]
    twice = sorted(number for number, count in Counter(numbers).items() if count > 1)
    if twice:
        listed = tuple(map(str, twice))
        raise ImportFault(say("import-numbers-twice", list=name_list(found.kind), numbers=listed))
    missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers)) if max(numbers) < 2000 else []
    if missing:
        remarks.append(say("import-numbers-missing", numbers=tuple(map(str, missing[:20]))))
    return replace(found, remarks=tuple(remarks))


def _clean(text: str) -> str:
    """Return `text` with composed accents and without what cannot be seen: soft hyphens, marks."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in composed if unicodedata.category(sign) != "Cf")


def _flatten(text: str) -> str:
    """Return `text` on one line, without a bullet before it."""
    return " ".join(text.split()).removeprefix("- ")


def _join(text: str, more: str) -> str:
    """Return a cell with what follows after a page: within a sentence, or as a paragraph."""
    if not text or not more:
        return text or more
    goes_on = not _ENDS.search(text) or more[0].islower()
    return f"{text}{' ' if goes_on and not more.startswith('- ') else chr(10)}{more}"
