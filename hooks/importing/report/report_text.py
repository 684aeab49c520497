"""An import as text for the terminal: first what it comes to, then entry by entry, then what to do.

Long cells are wrapped; words that are gone stand in [-brackets-], new ones in {+braces+}.
"""

from collections.abc import Collection, Iterator, Sequence
from textwrap import wrap

from importing.matching.match_rows import Candidate
from importing.planned import Plan
from importing.report.difference import CellChange, EntryChange, ListDifference
from importing.report.word_changes import Piece
from register.register import Register

_WIDTH = 100
_SIGNS = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
# Names less alike are rather those of two initiatives.
_GOOD = 60
# Words around a change that are shown with it.
_CONTEXT = 8


def write_report(
    plan: Plan, differences: Sequence[ListDifference], register: Register, command: str
) -> str:
    """Return the report of an import; `command` is the one to run again with answers."""
    lines: list[str] = []
    for difference in differences:
        lines += _write_list(difference, register)
    lines += _write_questions(plan, register, command)
    return "\n".join(lines).rstrip() + "\n"


def summarize(difference: ListDifference) -> str:
    """Return a list in one line: rows, new, gone, renamed, renumbered, moved, changed, in doubt."""
    planned, changes = difference.planned, difference.changes
    counts = {
        "new": sum(row.is_new for row in planned.rows),
        "gone": len(planned.gone),
        "renamed": sum(change.renamed is not None for change in changes),
        "renumbered": sum(change.renumbered is not None for change in changes),
        "in another category": sum(change.moved is not None for change in changes),
        "with changed cells": sum(bool(change.cells) for change in changes),
        "in doubt": len(planned.doubtful),
    }
    sure = sum(row.match.state == "sure" for row in planned.rows)
    said = [f"{count} {what}" for what, count in counts.items() if count]
    return ", ".join([f"{len(planned.rows)} rows, {sure} sure matches", *said])


def _write_list(difference: ListDifference, register: Register) -> Iterator[str]:
    planned = difference.planned
    found, place = planned.found, planned.place
    yield f'{place.edition_id}: "{found.title}", {found.date}'
    yield f"  {summarize(difference)}"
    if planned.is_own:
        yield "  This is the register's own list, unchanged: it brings nothing new."
    elif place.known:
        yield "  The register has this list already; what follows is since the list before it."
    for remark in found.remarks:
        yield f"  Look: {remark}."
    if difference.unknown and place.before:
        yield (
            f"  Of {difference.unknown} cells nobody knows what they said before: give the "
            "document before with --since to see what changed."
        )
    for row in planned.rows:
        if row.is_new:
            yield f"  new      {row.row.number:>4}  {row.row.name}  -> {row.entry_id}"
    for entry_id in planned.gone:
        entry = register.by_id[entry_id]
        line = register.lines[entry_id]
        yield f"  gone           {entry.name.fr}  ({entry_id}, data/initiatives.yaml:{line})"
    for change in difference.changes:
        if not change.is_only_renumbered:
            yield from _write_change(change)
    numbers = [
        "{} -> {}".format(*change.renumbered)
        for change in difference.changes
        if change.renumbered and change.is_only_renumbered
    ]
    if numbers:
        said = f"  renumbered, and nothing else: {', '.join(numbers)}"
        yield from wrap(said, _WIDTH, subsequent_indent=" " * 11)
    yield ""


def _write_change(change: EntryChange) -> Iterator[str]:
    yield f"  changed  {change.number:>4}  {change.entry_id}  data/initiatives.yaml:{change.line}"
    if change.renamed:
        yield from _indent(f'renamed: "{change.renamed[0]}" -> "{change.renamed[1]}"')
    if change.renumbered:
        yield from _indent("number: {} -> {}".format(*change.renumbered))
    if change.moved:
        yield from _indent("category: {} -> {}".format(*change.moved))
    for cell in change.cells:
        yield from _write_cell(cell)


def _write_cell(cell: CellChange) -> Iterator[str]:
    yield from _indent(f"{cell.column}, to review at data/initiatives.yaml:{cell.line}")
    yield from _indent(f"list: {_write_pieces(cell.pieces) or cell.text}", 6)
    if cell.own is not None:
        yield from _indent(f"fr: {cell.own.fr}", 6)
        yield from _indent(f"en: {cell.own.en}", 6)


def _write_pieces(pieces: Sequence[Piece]) -> str:
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


def _indent(text: str, depth: int = 4) -> Iterator[str]:
    for line in text.splitlines():
        yield from wrap(
            line,
            _WIDTH,
            initial_indent=" " * (depth + 11),
            subsequent_indent=" " * (depth + 13),
            break_long_words=False,
        )


def _write_questions(plan: Plan, register: Register, command: str) -> Iterator[str]:
    doubtful = [(each, row) for each in plan.lists for row in each.doubtful]
    if not doubtful:
        return
    yield f"In doubt: {len(doubtful)} row(s). What are they?"
    for planned, row in doubtful:
        yield f"  {planned.found.kind} list, number {row.row.number}: {row.row.name}"
        for candidate in row.match.candidates:
            name = plan.name_of(candidate.key, register)
            yield f"      {candidate.key}: {name} ({explain(candidate)})"
    yield "Answer for each: --same NUMBER=ID if it is that entry, --new NUMBER if it is a new one."
    yield "The best guesses, to copy and correct:"
    yield f"  {command} {' '.join(suggest_answers(plan))}"


def explain(candidate: Candidate) -> str:
    """Return why a row may be an entry."""
    reasons = [f"name {candidate.likeness} % alike"]
    reasons += ["same category"] if candidate.same_category else ["another category"]
    reasons += ["same number"] if candidate.same_number else []
    reasons += ["same neighbours"] if candidate.same_place else []
    return ", ".join(reasons)


def suggest_answers(plan: Plan) -> list[str]:
    """Return the options that take the best guess for each row in doubt, an entry only once."""
    options = []
    for planned in plan.lists:
        taken: set[str] = set()
        for row in planned.doubtful:
            number = row.row.number
            name = f"{planned.found.kind}:{number}" if len(plan.lists) > 1 else str(number)
            free = [each for each in row.match.candidates if each.key not in taken]
            if free and _is_a_good_guess(free[0]):
                options.append(f"--same {name}={free[0].key}")
                taken.add(free[0].key)
            else:
                options.append(f"--new {name}")
    return options


def _is_a_good_guess(candidate: Candidate) -> bool:
    agreeing = candidate.same_category + candidate.same_number + candidate.same_place
    return candidate.likeness >= _GOOD or agreeing > 2


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
