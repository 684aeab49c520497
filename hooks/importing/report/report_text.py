"""An import as text for the terminal: first what it comes to, then entry by entry, then what to do.

Long cells are wrapped; words that are gone stand in [-brackets-], new ones in {+braces+}.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from importing.words import name_list
from register.data_files import INITIATIVES
from register.editing.line_numbers import find_line
from register.messages import Message, say
from register.model import Language
from register.register import Register
from website.import_report import (
    ImportReport,
    ReportedCandidate,
    ReportedChange,
    ReportedList,
    ReportedWords,
    find_text,
)

_WIDTH = 100
_SIGNS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
# Words around a change that are shown with it.
_CONTEXT = 8
# The widest word that begins a line.
_LABEL = 8
# The figures in words.
_FIGURES = {
    "rows": "list-rows",
    "sure": "import-sure",
    "new": "list-new",
    "gone": "list-gone",
    "renamed": "list-renamed",
    "renumbered": "list-renumbered",
    "moved": "import-moved",
    "cells": "import-cells",
    "doubtful": "import-doubtful",
}
# So many texts to review are named: the desk leads to all.
_NAMED = 20
# The lines of each entry's fields in data/initiatives.yaml, by the entry's id.
Lines = Mapping[str, Mapping[str, int]]


def write_report(report: ImportReport, register: Register, lines: Lines, speech: Language) -> str:
    """Return `report` in the language `speech`, beside what `register` says, at its `lines`."""
    written: list[str] = []
    for each in report.lists:
        written += _write_list(each, register, lines, speech)
    written += _write_questions(report, speech)
    return "\n".join(written).rstrip() + "\n"


def _summarize(found: ReportedList, speech: Language) -> str:
    """Return a list in one line."""
    figures = found.figures
    return ", ".join(
        say(message, count=figures[key]).render(speech)
        for key, message in _FIGURES.items()
        if figures[key] or key in ("rows", "sure")
    )


def _write_list(
    found: ReportedList, register: Register, lines: Lines, speech: Language
) -> Iterator[str]:
    yield say("import-head", id=found.id, title=found.title, date=found.date).render(speech)
    yield f"  {_summarize(found, speech)}"
    if found.is_own:
        yield _write_sentence(say("import-own"), speech)
    elif found.is_known:
        yield _write_sentence(say("import-known"), speech)
    for remark in found.remarks:
        yield _write_sentence(say("import-look", remark=remark[speech]), speech)
    if found.unknown:
        yield _write_sentence(say("import-unknown", count=found.unknown), speech)
    new, gone = _label(say("import-new"), speech), _label(say("import-gone"), speech)
    for row in found.new:
        yield f"  {new} {row.number:>4}  {row.name}  -> {row.id}"
    for entry_id in found.gone:
        where = f"{entry_id}, data/{INITIATIVES}:{register.lines[entry_id]}"
        name = register.by_id[entry_id].name[speech]
        yield f"  {gone}       {name}  ({where})"
    for change in found.changes:
        if not change.is_only_renumbered:
            yield from _write_change(change, register, lines, speech)
    yield from _write_renumbered(found, speech)
    yield ""


def _write_sentence(message: Message, speech: Language) -> str:
    return f"  {message.render(speech)}."


def _label(message: Message, speech: Language) -> str:
    """Return the word that begins a line, as wide as the others."""
    return message.render(speech).ljust(_LABEL)


def _write_renumbered(found: ReportedList, speech: Language) -> Iterator[str]:
    numbers = tuple(
        "{} -> {}".format(*change.renumbered)
        for change in found.changes
        if change.renumbered and change.is_only_renumbered
    )
    if numbers:
        said = say("import-only-renumbered", numbers=numbers).render(speech)
        yield from wrap(f"  {said}", _WIDTH, subsequent_indent=" " * (_LABEL + 3))


def _write_change(
    change: ReportedChange, register: Register, lines: Lines, speech: Language
) -> Iterator[str]:
    line = register.lines[change.id]
    where = f"data/{INITIATIVES}:{line}"
    changed = _label(say("import-changed"), speech)
    yield f"  {changed} {change.number:>4}  {change.id}  {where}"
    pairs = {
        "import-renamed": change.renamed,
        "import-renumbered": change.renumbered,
        "import-category": change.moved,
    }
    for message, pair in pairs.items():
        if pair:
            yield from indent(say(message, old=pair[0], new=pair[1]).render(speech))
    for cell in change.cells:
        where = f"data/{INITIATIVES}:{find_line(lines.get(change.id, {}), cell.field, line)}"
        yield from indent(say("import-cell", column=cell.column, where=where).render(speech))
        text = write_pieces(cell.pieces) or cell.text
        yield from indent(say("import-cell-text", text=text).render(speech), 6)
        if own := find_text(register.by_id[change.id], cell.field):
            yield from indent(f"fr: {own.fr}", 6)
            yield from indent(f"en: {own.en}", 6)


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


def _write_questions(report: ImportReport, speech: Language) -> Iterator[str]:
    doubtful = [(each, row) for each in report.lists for row in each.doubtful]
    if not doubtful:
        return
    yield say("import-questions", count=len(doubtful)).render(speech)
    for found, row in doubtful:
        listed = name_list(found.kind)
        named = say("import-question", list=listed, number=row.number, name=row.name)
        yield f"  {named.render(speech)}"
        for candidate in row.candidates:
            why = ", ".join(each.render(speech) for each in _explain(candidate))
            yield f"      {candidate.id}: {candidate.name} ({why})"
    answer = say("import-answer").render(speech)
    yield f"{answer}."
    yield say("import-guesses").render(speech)
    yield f"  {report.command}"


def _explain(candidate: ReportedCandidate) -> Iterator[Message]:
    """Yield why a row may be an entry."""
    yield say("import-alike", percent=candidate.likeness)
    yield say("import-same-category") if candidate.same_category else say("import-other-category")
    if candidate.same_number:
        yield say("import-same-number")
    if candidate.same_place:
        yield say("import-same-place")


def write_outcome(
    files: Collection[str], to_review: Sequence[str], speech: Language, *, is_written: bool
) -> str:
    """Return what was written, or would be, and what is then left to the editor."""
    if not files:
        return f"{say('review-nothing').render(speech)}."
    names = tuple(f"data/{name}" for name in files)
    if not is_written:
        return f"{say('review-not-yet', files=names).render(speech)}."
    said = [say("review-written", files=names)]
    if to_review:
        said.append(name_to_review(to_review))
    return "\n".join(f"{each.render(speech)}." for each in said)


def name_to_review(fields: Sequence[str]) -> Message:
    """Return the message that names the first of the texts to review, and counts the others."""
    named, others = tuple(fields[:_NAMED]), len(fields) - _NAMED
    if others > 0:
        return say("review-confirm-some", fields=named, count=others)
    return say("review-confirm", fields=named)
