"""The report of an import, which the command writes for the preview: build/import/report.json.

It quotes the list; so it stays in build/, which is neither published nor committed.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from register.model import Bilingual, Initiative, Language

FILE = Path("build", "import", "report.json")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportedWords(_Part):
    """Words of a cell that are in both versions, in the former one only, or in the new one only."""

    kind: Literal["same", "gone", "new"]
    text: str


class ReportedCell(_Part):
    """A cell that changed: its new text, word by word where the document before is known."""

    column: str
    # Of the entry, to review.
    field: str
    text: str
    pieces: tuple[ReportedWords, ...] = ()


class ReportedChange(_Part):
    """What changed about an entry since the list before; each pair is the old and the new value."""

    id: str
    number: int
    name: str
    renamed: tuple[str, str] | None = None
    renumbered: tuple[int, int] | None = None
    # From one category to another, by their ids.
    moved: tuple[str, str] | None = None
    cells: tuple[ReportedCell, ...] = ()

    @property
    def is_any(self) -> bool:
        """Whether anything changed."""
        return bool(self.renamed or self.renumbered or self.moved or self.cells)

    @property
    def is_only_renumbered(self) -> bool:
        """Whether the number changed, and nothing else."""
        return bool(self.renumbered) and not (self.renamed or self.moved or self.cells)


class ReportedNew(_Part):
    """A row that is new, with the id of its draft."""

    id: str
    number: int
    name: str


class ReportedCandidate(_Part):
    """What a row in doubt may be: an entry, or a row of the other list, "detailed:12"."""

    id: str
    name: str
    # Of the names, 0 to 100.
    likeness: int
    same_category: bool
    same_number: bool
    same_place: bool


class ReportedDoubt(_Part):
    """A row in doubt, with its best candidates."""

    number: int
    name: str
    candidates: tuple[ReportedCandidate, ...]


class ReportedList(_Part):
    """A list held against the register.

    `unknown` counts the cells whose former text is not known; `is_own` says that the list is the
    register's own, unchanged.
    """

    id: str
    kind: Literal["summary", "detailed"]
    language: Language
    title: str
    date: str
    is_known: bool
    is_own: bool
    rows: int
    sure: int
    unknown: int
    remarks: tuple[Bilingual, ...]
    new: tuple[ReportedNew, ...]
    gone: tuple[str, ...]
    doubtful: tuple[ReportedDoubt, ...]
    changes: tuple[ReportedChange, ...]

    @property
    def figures(self) -> dict[str, int]:
        """What the list comes to, in figures."""
        return {
            "rows": self.rows,
            "sure": self.sure,
            "doubtful": len(self.doubtful),
            "new": len(self.new),
            "gone": len(self.gone),
            "renamed": sum(each.renamed is not None for each in self.changes),
            "renumbered": sum(each.renumbered is not None for each in self.changes),
            "moved": sum(each.moved is not None for each in self.changes),
            "cells": sum(bool(each.cells) for each in self.changes),
        }


class ReportedEdit(_Part):
    """A cell of a reviewer's copy: the text of an entry's field, and what was made of it.

    `field` leads to the text ("milestones.0.text"), `shown` names it as the copy does. With an
    `obstacle`, which says why, it is not written.
    """

    id: str
    field: str
    shown: str
    language: Language
    origin: str
    pieces: tuple[ReportedWords, ...]
    obstacle: Bilingual | None = None


class ReportedRemark(_Part):
    """What a reviewer wrote beside a text; `origin` is the file."""

    id: str
    shown: str
    origin: str
    text: str


class ReportedReview(_Part):
    """Reviewers' copies that came back: `rows` texts, `known` changes written already."""

    rows: int
    known: int
    edits: tuple[ReportedEdit, ...]
    obstacles: tuple[ReportedEdit, ...]
    remarks: tuple[ReportedRemark, ...]

    @property
    def figures(self) -> dict[str, int]:
        """What the copies come to, in figures."""
        return {
            "texts": self.rows,
            "edits": len(self.edits),
            "known": self.known,
            "obstacles": len(self.obstacles),
        }


class ImportReport(_Part):
    """An import, of lists or of reviewers' copies."""

    lists: tuple[ReportedList, ...] = ()
    # Takes the best guesses where rows are in doubt.
    command: str = ""
    review: ReportedReview | None = None


def read_report(project: Path) -> ImportReport | None:
    """Return the report of the last import of `project`, None if there is none to read."""
    try:
        return ImportReport.model_validate_json((project / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def find_text(entry: Initiative, field: str) -> Bilingual | None:
    """Return the text of `entry` in a field such as "status.text", None if it is no text."""
    value: object = entry
    for step in field.split("."):
        value = getattr(value, step, None)
    return value if isinstance(value, Bilingual) else None
