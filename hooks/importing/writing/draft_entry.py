"""The draft of an initiative that is new to the register, with all that its row says."""

import unicodedata

from importing.matching.names import simplify
from importing.planned import Plan, PlannedRow
from importing.words import Column, ImportWords
from importing.writing.text_edits import quote
from register.checking.texts.typesetting import set_text
from register.editing.new_entry import make_entry
from register.register import Register

# A longer status is a text, and no status word.
_PRINTED_WORDS = 4


def list_new(plan: Plan) -> dict[str, list[PlannedRow]]:
    """Return the rows of each new entry by its id, in the order of the first list that has it."""
    found: dict[str, list[PlannedRow]] = {}
    # The detailed list first: its order is the register's.
    for planned in sorted(plan.lists, key=lambda each: each.found.kind):
        for row in planned.rows:
            if row.is_new and row.entry_id:
                found.setdefault(row.entry_id, []).append(row)
    return found


def make_draft(
    entry_id: str, rows: list[PlannedRow], plan: Plan, register: Register, words: ImportWords
) -> str:
    """Return the YAML of the draft `entry_id`, of which `rows` has a row of each list.

    The words of the list stand above each field to write, as comments.
    """
    language = plan.lists[0].found.language
    cells: dict[Column, str] = {}
    for row in rows:
        cells |= {column: text for column, text in row.row.cells.items() if text}
    # The register takes a name from the summary list where both have it.
    name = rows[-1].row.name
    known = {
        "category": rows[0].category,
        f"name.{language}": quote(set_text(name, language)),
        **_read_status(cells.get("status", ""), words, register),
    }
    said: dict[str, str] = {
        c: f"The list ({language}):\n{_clean(text)}" for c, text in cells.items()
    }
    return make_entry(register, entry_id, known, said)


def _read_status(text: str, words: ImportWords, register: Register) -> dict[str, str]:
    """Return the fields of a status that is a word, "Actif", and no text."""
    known = {"status.printed": quote(text)} if is_status_word(text) else {}
    if phase := find_phase(text, words, register):
        known |= {"status.phase": phase, "status.basis": "stated"}
    return known


def is_status_word(text: str) -> bool:
    """Return whether the cell `text` is a status word, and not a longer text or nothing."""
    return 0 < len(text.split()) <= _PRINTED_WORDS


def find_phase(text: str, words: ImportWords, register: Register) -> str:
    """Return the phase that the status word `text` means, empty if that is not known."""
    for phase, starts in words.phases.items():
        is_there = phase in register.vocabulary.phases
        if is_there and any(simplify(text) == simplify(start) for start in starts):
            return phase
    return ""


def _clean(text: str) -> str:
    """Return `text` without what YAML refuses even in a comment."""
    refused = ("Cc", "Cs", "Cn")
    return "".join(s for s in text if s == "\n" or unicodedata.category(s) not in refused)
