"""What reviewers' copies change, cell by cell, and what stands in the way."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from importing.readers.review_copy import ReviewRow
from importing.report.word_changes import compare_words
from register.editing.review_texts import (
    ReviewText,
    is_to_write,
    list_review_texts,
    mark_text,
    tidy_text,
)
from register.model import LANGUAGES, Language
from register.register import Register
from website.import_report import ReportedWords

# Why a cell is not written: the register says otherwise since the copy went out, or another copy
# does; nothing is in the cell, or no text; its entry or its field is gone. The names are those of
# messages.
Obstacle = Literal[
    "review-changed",
    "review-copies",
    "review-empty",
    "review-not-text",
    "review-no-entry",
    "review-no-field",
]
# An entry, a field and a language.
Place = tuple[str, str, Language]


class CellEdit(Struct, frozen=True, kw_only=True):
    """A cell that was changed: its new text, and the one in the register.

    `entry_id` and `text` say where it goes. With an `obstacle` it is not to be written.
    """

    row: ReviewRow
    language: Language
    entry_id: str
    new: str
    old: str
    text: ReviewText | None
    obstacle: Obstacle | None = None

    @property
    def field(self) -> str:
        """The field as people name it, "milestones.1.text"."""
        return self.text.key if self.text else self.row.field

    @property
    def place(self) -> Place:
        """What names the text among those of all entries."""
        return self.entry_id, self.field, self.language

    @property
    def pieces(self) -> tuple[ReportedWords, ...]:
        """Both texts, word by word."""
        return compare_words(self.old, self.new)


class Review(Struct, frozen=True, kw_only=True):
    """What copies come to: cells to write, cells with an obstacle, how many are written already."""

    rows: tuple[ReviewRow, ...]
    edits: tuple[CellEdit, ...]
    obstacles: tuple[CellEdit, ...]
    known: int

    @property
    def remarks(self) -> tuple[ReviewRow, ...]:
        """The rows beside which a reviewer has written something."""
        return tuple(row for row in self.rows if row.remark)


def compare_copies(rows: Sequence[ReviewRow], register: Register) -> Review:
    """Return what the `rows` of one or more copies change in `register`, drafts included."""
    texts = {entry.id: tuple(list_review_texts(entry)) for entry in register.initiatives}
    ids = {old: entry.id for entry in register.initiatives for old in entry.former_ids}
    changed: list[CellEdit] = []
    for row in rows:
        entry_id = row.entry_id if row.entry_id in texts else ids.get(row.entry_id, "")
        text = _find_text(row, texts.get(entry_id, ()))
        changed += [
            _make_edit(row, language, entry_id, text, register)
            for language in LANGUAGES
            if _is_changed(row, language)
        ]
    # What an earlier run has written, or an editor by hand.
    left = [
        each for each in changed if each.obstacle or each.new != tidy_text(each.old, each.language)
    ]
    settled = _hold_copies(left)
    return Review(
        rows=tuple(rows),
        edits=tuple(each for each in settled if not each.obstacle),
        obstacles=tuple(each for each in settled if each.obstacle),
        known=len(changed) - len(left),
    )


def _is_changed(row: ReviewRow, language: Language) -> bool:
    text = row.texts[language]
    return text is None or mark_text(text, language) != row.marks[language]


def _find_text(row: ReviewRow, texts: Iterable[ReviewText]) -> ReviewText | None:
    """Return the text that went out as `row`, though its place in a list may be another now."""
    field = ".".join(step for step in row.field.split(".") if not step.isdecimal())
    alike = [each for each in texts if each.field == field]
    there = next((each for each in alike if each.key == row.field), None)
    same = [each for each in alike if _has_marks(each, row)]
    return same[0] if len(same) == 1 else there


def _has_marks(text: ReviewText, row: ReviewRow) -> bool:
    return all(mark_text(text.text[each], each) == row.marks[each] for each in LANGUAGES)


def _make_edit(
    row: ReviewRow, language: Language, entry_id: str, text: ReviewText | None, register: Register
) -> CellEdit:
    written = row.texts[language]
    new = tidy_text(written or "", language)
    old = text.text[language] if text else ""
    if is_to_write(old, language, register.words):
        old = ""
    obstacle: Obstacle | None = None
    if not entry_id:
        obstacle = "review-no-entry"
    elif text is None:
        obstacle = "review-no-field"
    elif written is None:
        obstacle = "review-not-text"
    elif new != tidy_text(old, language) and mark_text(old, language) != row.marks[language]:
        obstacle = "review-changed"
    elif not new:
        obstacle = "review-empty"
    return CellEdit(
        row=row,
        language=language,
        entry_id=entry_id or row.entry_id,
        new=new,
        old=old,
        text=text,
        obstacle=obstacle,
    )


def _hold_copies(edits: Sequence[CellEdit]) -> list[CellEdit]:
    """Return `edits` once each, those with an obstacle that copies word differently."""
    wordings: dict[Place, dict[str, CellEdit]] = {}
    settled = []
    for edit in edits:
        if edit.obstacle:
            settled.append(edit)
        else:
            wordings.setdefault(edit.place, {}).setdefault(edit.new, edit)
    for found in wordings.values():
        for edit in found.values():
            settled.append(replace(edit, obstacle="review-copies") if len(found) > 1 else edit)
    return settled
