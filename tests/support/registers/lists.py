"""Made-up dated lists, and documents of them as secretariats write them."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from register.register import Register

HEADS = ("", "Initiative", "Objectif", "Acteurs", "Description", "Statut")
TITLE = "Liste détaillée des initiatives - 30 juin 2025"


@dataclass(frozen=True)
class Line:
    """A row of a made-up list."""

    number: int
    name: str
    category: str = "OUTILS"
    objective: str = "Servir."
    actors: str = "Unité A"
    description: str = "Un outil."
    status: str = "Actif"

    @property
    def cells(self) -> tuple[str, ...]:
        return (
            str(self.number),
            self.name,
            self.objective,
            self.actors,
            self.description,
            self.status,
        )


# A short list, of two categories.
LINES = [
    Line(1, "Portail des corridors", "FORMATION", description="Un portail ; des cartes"),
    Line(2, "Base des sceaux", "FORMATION", status="En cours"),
    Line(3, "Échange d’images « 3D »", "NORMES", objective="Comparer, classer; vérifier"),
]


def renumber(lines: Sequence[Line]) -> list[Line]:
    return [replace(line, number=number) for number, line in enumerate(lines, 1)]


def write_word(path: Path, lines: Sequence[Line], title: str = TITLE) -> Path:
    """Write a detailed list: a merged row per category, and heads below it each time."""
    document = docx.Document()
    document.add_paragraph(title)
    add_detailed(document, lines)
    document.save(str(path))
    return path


def add_detailed(document: Any, lines: Sequence[Line]) -> Any:
    table = document.add_table(rows=0, cols=len(HEADS))
    category = None
    for line in lines:
        if line.category != category:
            category = line.category
            cells = table.add_row().cells
            cells[0].merge(cells[-1]).text = category
            fill(table.add_row().cells, HEADS)
        fill(table.add_row().cells, line.cells)
    return table


def add_summary(document: Any, lines: Sequence[Line]) -> Any:
    """Add a summary list without heads, its categories merged over their rows."""
    table = document.add_table(rows=0, cols=3)
    first: dict[str, Any] = {}
    for line in lines:
        cells = table.add_row().cells
        fill(cells[1:], (str(line.number), line.name))
        if line.category in first:
            first[line.category] = first[line.category].merge(cells[0])
        else:
            cells[0].text = line.category
            first[line.category] = cells[0]
    return table


def fill(cells: Sequence[Any], texts: Sequence[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text


def write_workbook(path: Path, lines: Sequence[Line], title: str = TITLE) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.append(["N°", *HEADS[1:]])
    category = None
    for line in lines:
        if line.category != category:
            category = line.category
            sheet.append([category])
            sheet.merge_cells(
                start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=6
            )
        sheet.append([line.number, *line.cells[1:]])
    book.save(path)
    return path


def write_text(
    path: Path, lines: Sequence[Line], delimiter: str = ";", encoding: str = "cp1252"
) -> Path:
    """Write a list as French Excel does: the title and each category alone in the first column."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([TITLE, *[""] * 5])
    writer.writerow(["N°", *HEADS[1:]])
    category = None
    for line in lines:
        if line.category != category:
            category = line.category
            writer.writerow([category, *[""] * 5])
        writer.writerow(line.cells)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def track(paragraph: Any, kind: str, text: str) -> None:
    """Add `text` to `paragraph` as a tracked change: "ins", "del", "moveFrom" or "moveTo"."""
    tag = "delText" if kind == "del" else "t"
    run = f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'
    paragraph._p.append(
        parse_xml(f'<w:{kind} {nsdecls("w")} w:id="1" w:author="x">{run}</w:{kind}>')
    )


def strike_row(row: Any) -> None:
    """Mark a row of a table as deleted by a tracked change."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:del", attrs={qn("w:id"): "2", qn("w:author"): "x"}))


def list_register(register: Register) -> list[Line]:
    """Return made-up rows for the register's entries, in the order and under the names of 2023."""
    edition = "detailed-2023"
    entries = sorted(register.initiatives, key=lambda entry: entry.lists[edition].number)
    return [
        Line(
            entry.lists[edition].number,
            entry.lists[edition].name,
            register.vocabulary.categories[entry.category].printed[edition],
            objective=f"But {entry.id}.",
            description=f"Ce que fait {entry.id}.",
        )
        for entry in entries
    ]
