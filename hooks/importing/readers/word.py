"""The tables of a Word document, as who reads it on paper sees them."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from importing.readers.limits import MAX_COLUMNS
from importing.readers.tables import Table, TableRow
from importing.readers.word_text import Numbering, W, find_style, read_paragraph, read_styles

_CONTAINERS = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")


def read_word(data: bytes) -> tuple[Table, ...]:
    """Return the tables of the document `data`, tracked changes taken as accepted.

    Comments, what is struck by a change, hidden text and notes at the foot are left out. The
    parser of python-docx resolves no entities. Raises whatever it does if the document is damaged.
    """
    import docx

    document = docx.Document(io.BytesIO(data))
    numbering, styles = Numbering.of(document), read_styles(document)
    tables: list[Table] = []
    before: list[tuple[str, str]] = []
    for element in _flow(document.element.body):
        if element.tag == f"{W}p":
            style = find_style(element, styles)
            before += [(line, style) for line in read_paragraph(element, numbering).split("\n")]
        elif element.tag == f"{W}tbl":
            tables.append(_make_table(before, tuple(_read_rows(element, numbering))))
            before = []
    return tuple(tables)


def _make_table(before: Sequence[tuple[str, str]], rows: tuple[TableRow, ...]) -> Table:
    """Return a table with what stands `before` it: paragraphs, each with the name of its style."""
    # A table of contents repeats what stands elsewhere.
    above = [(text, style) for text, style in before if text and not style.startswith("toc ")]
    headings = [text for text, style in above if style.startswith("heading ")]
    return Table(
        before=tuple(text for text, _ in above),
        rows=rows,
        titles=tuple(text for text, style in above if style in ("title", "subtitle")),
        heading=headings[-1] if headings else "",
    )


def _children(element: Any) -> Iterator[Any]:
    """Yield what `element` holds, through what only wraps it."""
    for child in element:
        if isinstance(child.tag, str) and child.tag.removeprefix(W) in _CONTAINERS:
            yield from _children(child)
        else:
            yield child


def _flow(body: Any) -> Iterator[Any]:
    """Yield paragraphs and tables; of a table that only frames others, what is in it."""
    for element in _children(body):
        rows = [row for row in _children(element) if row.tag == f"{W}tr"]
        cells = [cell for row in rows for cell in _children(row) if cell.tag == f"{W}tc"]
        if len(cells) == 1 and cells[0].find(f"{W}tbl") is not None:
            yield from _flow(cells[0])
        else:
            yield element


def _read_rows(table: Any, numbering: Numbering) -> Iterator[TableRow]:
    above: Sequence[str] = ()
    for row in _children(table):
        if row.tag != f"{W}tr" or row.find(f"{W}trPr/{W}del") is not None:
            continue
        texts: list[str] = [""] * _count(row, "gridBefore")
        continued: set[int] = set()
        cells = [cell for cell in _children(row) if cell.tag == f"{W}tc"]
        for cell in cells:
            if cell.find(f"{W}tcPr/{W}cellDel") is not None:
                continue
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            column = len(texts)
            if merge is not None and merge.get(f"{W}val", "continue") == "continue":
                texts.append(above[column] if column < len(above) else "")
                continued.add(column)
            else:
                texts.append(_read_cell(cell, numbering))
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            width = 1 if span is None else _number(span)
            texts += [""] * (min(width, MAX_COLUMNS) - 1)
        above = texts
        is_banner = len(cells) == 1 and len(texts) > 1
        if any(texts):
            yield TableRow(cells=tuple(texts), continued=frozenset(continued), is_banner=is_banner)


def _read_cell(cell: Any, numbering: Numbering) -> str:
    """Return the text of a cell, a line per paragraph; that of a table within it too."""
    lines = []
    for element in _children(cell):
        if element.tag == f"{W}p":
            lines.append(read_paragraph(element, numbering))
        elif element.tag == f"{W}tbl":
            lines += [" ".join(filter(None, row.cells)) for row in _read_rows(element, numbering)]
    return "\n".join(filter(None, lines))


def _count(row: Any, name: str) -> int:
    found = row.find(f"{W}trPr/{W}{name}")
    return 0 if found is None else min(_number(found), MAX_COLUMNS)


def _number(element: Any) -> int:
    value = element.get(f"{W}val", "")
    return max(int(value), 1) if value.isdecimal() and len(value) < 6 else 1
