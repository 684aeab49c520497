"""The cells of a reviewer's copy written into the data files: only the lines concerned change."""

import re
from collections.abc import Mapping, Sequence

import yaml

from importing.review.compare import CellEdit, Place
from importing.writing.text_edits import YamlText, quote
from importing.writing.write import Written
from register.data_files import FILES, INITIATIVES
from register.editing.review_texts import ReviewText
from register.editing.translation_status import FILE as TRANSLATIONS
from register.editing.translation_status import make_pair
from register.load import build_register
from register.register import Register

# What begins a block of text, and a comment behind it.
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?([ \t]+#.*)?")
_KEY = re.compile(r"([ ]*)(- )?\w+: *$")


def find_lines(edits: Sequence[CellEdit], register: Register, source: str) -> dict[Place, int]:
    """Return the line of data/initiatives.yaml, `source`, on which the text of each edit begins."""
    file, places = YamlText(text=source), _find_places(register)
    lines = {}
    for edit in edits:
        found = file.find(_where(edit, places)) if edit.text else None
        line = found[1].start_mark.line + 1 if found else register.lines.get(edit.entry_id, 1)
        lines[edit.place] = line
    return lines


def write_edits(
    edits: Sequence[CellEdit], register: Register, sources: Mapping[str, str]
) -> Written:
    """Return what the `edits` make of `sources`, the text of each file in data/ by its name.

    `register` is what they hold, drafts included. Raises `RegisterError` if the outcome were no
    valid register: then nothing is to be written.
    """
    file, places = YamlText(text=sources[INITIATIVES]), _find_places(register)
    for edit in edits:
        where = _where(edit, places)
        found = file.find(where)
        if found is not None:
            file.replace(where, _write_value(file.text, found[1], edit.new))
    texts = {INITIATIVES: file.result(), TRANSLATIONS: _mark(edits, sources.get(TRANSLATIONS, ""))}
    outcome = build_register({name: texts.get(name, sources[name]) for name in FILES})
    return Written(
        texts={name: text for name, text in texts.items() if text != sources.get(name, "")},
        to_review=tuple(dict.fromkeys(f"{edit.entry_id}.{_field(edit)}" for edit in edits)),
        register=outcome,
    )


def _find_places(register: Register) -> dict[str, int]:
    return {entry.id: place for place, entry in enumerate(register.initiatives)}


def _where(edit: CellEdit, places: Mapping[str, int]) -> tuple[str | int, ...]:
    path = edit.text.path if edit.text else ()
    return (places.get(edit.entry_id, -1), *path, edit.language)


def _field(edit: CellEdit) -> str:
    return edit.text.field if edit.text else ""


def _write_value(source: str, node: yaml.Node, text: str) -> str:
    """Return `text` as the YAML value in place of `node`, in the way that is written."""
    start, end = node.start_mark.index, node.end_mark.index
    before = source[source.rfind("\n", 0, start) + 1 : start]
    key = _KEY.match(before)
    is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    has_lines = "\n" in text
    behind = "" if is_block else source[end:].partition("\n")[0].strip()
    if key is None or behind or not (is_block or has_lines):
        # Within braces or before a comment, in one line. Where nothing stands yet is no space.
        return quote(text) if before.endswith(" ") or start < end else f" {quote(text)}"
    comment = ""
    if is_block:
        head = _BLOCK.match(source, start)
        comment = head[1] or "" if head else ""
    indent = " " * (len(key[1]) + len(key[2] or "") + 2)
    sign = "|-" if has_lines or source[start] == "|" else ">-"
    line_break = "\r\n" if "\r\n" in source else "\n"
    lines = [f"{sign}{comment}", *(f"{indent}{line}" if line else "" for line in text.split("\n"))]
    return ("" if before.endswith(" ") else " ") + line_break.join(lines)


def _mark(edits: Sequence[CellEdit], source: str) -> str:
    """Return data/translations.yaml without the confirmation of texts whose English is new.

    Of one whose French alone is new it stays: the desk then says that the English lags behind.
    """
    touched: dict[tuple[str, str], tuple[ReviewText, set[str]]] = {}
    for edit in edits:
        if edit.text is not None:
            place = (edit.entry_id, edit.text.key)
            touched.setdefault(place, (edit.text, set()))[1].add(edit.language)
    old = {
        (f"{entry_id}.{text.field}", make_pair(text.text))
        for (entry_id, _), (text, languages) in touched.items()
        if "en" in languages
    }
    lines = []
    for line in source.splitlines(keepends=True):
        key, _, pairs = line.partition(":")
        kept = [pair for pair in pairs.split() if (key, pair) not in old]
        if len(kept) == len(pairs.split()):
            lines.append(line)
        elif kept:
            lines.append(f"{key}: {' '.join(kept)}{line[len(line.rstrip()) :]}")
    return "".join(lines)
