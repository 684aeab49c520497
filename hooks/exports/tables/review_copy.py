"""A reviewer's copy of the register: a workbook whose texts units correct, and send back.

The first row of its table, which is hidden, has a key per column: by these `python hooks import`
knows it again, wherever a unit has moved its columns.
"""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from exports.tables.workbook import CREATED
from register.editing.review_texts import is_to_write, list_review_texts, mark_text
from register.model import LANGUAGES, Language
from register.register import Register
from website.colours import read_colours
from website.text.dates import format_partial_date
from website.text.interface_words import Words

Speech = Mapping[Language, Words]

# The columns: key, width in characters, and whether a reviewer may write there.
COLUMNS: tuple[tuple[str, int, bool], ...] = (
    ("id", 24, False),
    ("field", 20, False),
    ("meaning", 28, False),
    ("fr", 62, True),
    ("en", 62, True),
    ("remark", 40, True),
    ("mark", 12, False),
)
_STEPS = 6
_GUIDE_WIDTH = 88
# Excel fits the heights of rows to their texts, LibreOffice does not. In points.
_LINE_HEIGHT = 15
_HIGHEST = 409
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_FREE = ("format_columns", "format_rows", "autofilter", "select_locked_cells")


def to_review_copy(register: Register) -> bytes:
    """Return the workbook: a sheet that says what to do, and one with a row per text."""
    import xlsxwriter  # slow to load, and used here only

    output = io.BytesIO()
    words = {language: Words(register.words, language) for language in LANGUAGES}
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(output, options) as book:
        title = _both(words, "review-title")
        book.set_properties({"title": title, "created": CREATED})
        formats = _make_formats(book)
        _write_guide(book.add_worksheet(_name(words, "review-guide")), words, formats, register)
        _write_texts(book.add_worksheet(_name(words, "review-texts")), register, words, formats)
    return output.getvalue()


def _both(words: Speech, key: str) -> str:
    """Return a word in both languages, once where they share it."""
    return " · ".join(dict.fromkeys(words[language](key) for language in LANGUAGES))


def _name(words: Speech, key: str) -> str:
    """Return a word as the name of a sheet, of which Excel allows neither all signs nor many."""
    return _NOT_IN_NAMES.sub(" ", _both(words, key))[:31]


def _make_formats(book: Any) -> dict[str, Any]:
    colours = read_colours()
    wrapped = {"text_wrap": True, "valign": "top", "border": 1, "border_color": colours["line"]}
    head = {"bg_color": colours["brand"], "font_color": colours["brand-ink"], "bold": True}
    return {
        "head": book.add_format({**wrapped, **head}),
        "locked": book.add_format(
            {**wrapped, "bg_color": colours["surface-sunk"], "font_color": colours["ink-soft"]}
        ),
        # As text, so that a line that begins with a dash is no formula.
        "free": book.add_format(
            {**wrapped, "bg_color": colours["category-1-soft"], "locked": False, "num_format": "@"}
        ),
        "title": book.add_format({"bold": True, "font_size": 16, "font_color": colours["brand"]}),
        "step": book.add_format({"text_wrap": True, "valign": "top"}),
    }


def _write_guide(sheet: Any, words: Speech, formats: Mapping[str, Any], register: Register) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _GUIDE_WIDTH)
    row = 0
    for language in LANGUAGES:
        name = register.publication.name[language]
        sheet.write_string(row, 0, f"{name} – {words[language]('review-title')}", formats["title"])
        as_of = format_partial_date(register.publication.as_of, language)
        for number in range(1, _STEPS + 1):
            text = words[language](f"review-step-{number}", date=as_of)
            step = f"{number}. {text}"
            sheet.set_row(row + number, _find_height({step: _GUIDE_WIDTH}))
            sheet.write_string(row + number, 0, step, formats["step"])
        row += _STEPS + 2
    sheet.protect()


def _write_texts(sheet: Any, register: Register, words: Speech, formats: Mapping[str, Any]) -> None:
    for column, (key, width, _) in enumerate(COLUMNS):
        sheet.set_column(column, column, width, None, {"hidden": key == "mark"})
        sheet.write_string(0, column, key, formats["locked"])
        head = _both(words, f"review-column-{key}")
        sheet.write_string(1, column, head, formats["head"])
    sheet.set_row(0, None, None, {"hidden": True})
    last = 1
    for last, cells in enumerate(_list_rows(register), start=2):
        sheet.set_row(last, _find_height({cells[key]: width for key, width, _ in COLUMNS}))
        for column, (key, _, is_free) in enumerate(COLUMNS):
            form = formats["free" if is_free else "locked"]
            if cells[key]:
                sheet.write_string(last, column, cells[key], form)
            else:
                sheet.write_blank(last, column, None, form)
    sheet.freeze_panes(2, 2)
    sheet.autofilter(1, 0, last, len(COLUMNS) - 1)
    sheet.protect("", dict.fromkeys(_FREE, True))
    sheet.activate()
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def _find_height(widths: Mapping[str, int]) -> int:
    """Return the height of a row that shows each text in its width; most have a line to spare."""
    most = max(
        sum(1 + len(line) // width for line in text.split("\n")) for text, width in widths.items()
    )
    return min(most * _LINE_HEIGHT, _HIGHEST)


def _list_rows(register: Register) -> Iterator[dict[str, str]]:
    """Yield the cells of each text of each entry, drafts included, by the key of their column.

    What is still to be written of a draft is an empty cell.
    """
    for entry in register.initiatives:
        for each in list_review_texts(entry):
            texts = {language: each.text[language] for language in LANGUAGES}
            for language, text in texts.items():
                if is_to_write(text, language, register.words):
                    texts[language] = ""
            meaning = register.fields.get(each.meaning)
            yield {
                "id": entry.id,
                "field": each.key,
                "meaning": f"{meaning.fr}\n{meaning.en}" if meaning else "",
                "fr": texts["fr"],
                "en": texts["en"],
                "remark": "",
                "mark": "/".join(mark_text(texts[language], language) for language in LANGUAGES),
            }
