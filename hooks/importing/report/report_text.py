"""An import as text for the terminal: first what it comes to, then entry by entry, then what to do.

Long cells are wrapped; words that are gone stand in [-brackets-], new ones in {+braces+}.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from register.editing.line_numbers import find_line
from register.register import Register
from website.import_report import (
    ImportReport,
    ReportedCandidate,
    ReportedCell,
    ReportedChange,
    ReportedList,
    ReportedWords,
    find_text,
)

_WIDTH = 100
_SIGNS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
# Words around a change that are shown with it.
_CONTEXT = 8


# The figures in words.
_FIGURES = {
    "new": "new",
    "gone": "gone",
    "renamed": "renamed",
    "renumbered": "renumbered",
    "moved": "in another category",
    "cells": "with changed cells",
    "doubtful": "in doubt",
}
# The lines of each entry's fields in data/initiatives.yaml, by the entry's id.
Lines = Mapping[str, Mapping[str, int]]


def write_report(report: ImportReport, register: Register, lines: Lines) -> str:
    """Return `report` as text, beside what `register` says, at its `lines`."""
    written: list[str] = []
    for each in report.lists:
        written += _write_list(each, register, lines)
    written += _write_questions(report)
    return "\n".join(written).rstrip() + "\n"


def _summarize(found: ReportedList) -> str:
    """Return a list in one line."""
    figures = found.figures
    said = [f"{figures[key]} {words}" for key, words in _FIGURES.items() if figures[key]]
    return ", ".join([f"{found.rows} rows, {found.sure} sure matches", *said])


def _write_list(found: ReportedList, register: Register, lines: Lines) -> Iterator[str]:
    yield f'{found.id}: "{found.title}", {found.date}'
    yield f"  {_summarize(found)}"
    if found.is_own:
        yield "  This is the register's own list, unchanged: it brings nothing new."
    elif found.is_known:
        yield "  The register has this list already; what follows is since the list before it."
    for remark in found.remarks:
        yield f"  Look: {remark}."
    if found.unknown:
        yield (
            f"  Of {found.unknown} cells nobody knows what they said before: give the "
            "document before with --since to see what changed."
        )
    for row in found.new:
        yield f"  new      {row.number:>4}  {row.name}  -> {row.id}"
    for entry_id in found.gone:
        entry = register.by_id[entry_id]
        line = register.lines[entry_id]
        yield f"  gone           {entry.name.fr}  ({entry_id}, data/initiatives.yaml:{line})"
    for change in found.changes:
        if not change.is_only_renumbered:
            yield from _write_change(change, register, lines)
    numbers = [
        "{} -> {}".format(*change.renumbered)
        for change in found.changes
        if change.renumbered and change.is_only_renumbered
    ]
    if numbers:
        said = f"  renumbered, and nothing else: {', '.join(numbers)}"
        yield from wrap(said, _WIDTH, subsequent_indent=" " * 11)
    yield ""


def _write_change(change: ReportedChange, register: Register, lines: Lines) -> Iterator[str]:
    line = register.lines[change.id]
    yield f"  changed  {change.number:>4}  {change.id}  data/initiatives.yaml:{line}"
    if change.renamed:
        yield from indent(f'renamed: "{change.renamed[0]}" -> "{change.renamed[1]}"')
    if change.renumbered:
        yield from indent("number: {} -> {}".format(*change.renumbered))
    if change.moved:
        yield from indent("category: {} -> {}".format(*change.moved))
    for cell in change.cells:
        yield from _write_cell(cell, find_line(lines.get(change.id, {}), cell.field, line))
        if own := find_text(register.by_id[change.id], cell.field):
            yield from indent(f"fr: {own.fr}", 6)
            yield from indent(f"en: {own.en}", 6)


def _write_cell(cell: ReportedCell, line: int) -> Iterator[str]:
    yield from indent(f"{cell.column}, to review at data/initiatives.yaml:{line}")
    yield from indent(f"list: {write_pieces(cell.pieces) or cell.text}", 6)


def write_pieces(pieces: Sequence[ReportedWords]) -> str:
    """Return the words that changed with a few around them."""
    shown = []
    for number, piece in enumerate(pieces):
        words = piece.text.split()
        if piece.kind == "same" and len(words) > 2 * _CONTEXT:
            start = words[:_CONTEXT] if number else []
            end = words[-_CONTEXT:] if number < len(pieces) - 1 else []
            words = [*start, "...", *end]
        shown.append(_SIGNS[piece.kind].format(" ".join(words)))
    return " ".join(shown)


def indent(text: str, depth: int = 4) -> Iterator[str]:
    """Yield the lines of `text`, wrapped and indented."""
    for line in text.splitlines():
        yield from wrap(
            line,
            _WIDTH,
            initial_indent=" " * (depth + 11),
            subsequent_indent=" " * (depth + 13),
            break_long_words=False,
        )


def _write_questions(report: ImportReport) -> Iterator[str]:
    doubtful = [(each.kind, row) for each in report.lists for row in each.doubtful]
    if not doubtful:
        return
    yield f"In doubt: {len(doubtful)} row(s). What are they?"
    for kind, row in doubtful:
        yield f"  {kind} list, number {row.number}: {row.name}"
        for candidate in row.candidates:
            yield f"      {candidate.id}: {candidate.name} ({_explain(candidate)})"
    yield "Answer for each: --same NUMBER=ID if it is that entry, --new NUMBER if it is a new one."
    yield "The best guesses, to copy and correct:"
    yield f"  {report.command}"


def _explain(candidate: ReportedCandidate) -> str:
    """Return why a row may be an entry."""
    reasons = [f"name {candidate.likeness} % alike"]
    reasons += ["same category"] if candidate.same_category else ["another category"]
    reasons += ["same number"] if candidate.same_number else []
    reasons += ["same neighbours"] if candidate.same_place else []
    return ", ".join(reasons)


def write_outcome(files: Collection[str], to_review: Sequence[str], *, is_written: bool) -> str:
    """Return what was written, or would be, and what is then left to the editor."""
    if not files:
        return "Nothing to write: the register has all of it."
    names = ", ".join(f"data/{name}" for name in files)
    if not is_written:
        return f"Nothing is written yet. With --write this changes {names}."
    said = [f"Written: {names}."]
    if to_review:
        said.append("Texts to review, then `confirm`: " + ", ".join(to_review) + ".")
    return "\n".join(said)
