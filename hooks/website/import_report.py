"""The report of an import, which the command writes for the preview: build/import/report.json.

It quotes the list; so it stays in build/, which is neither published nor committed.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

FILE = Path("build", "import", "report.json")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReportedWords(_Part):
    """Words of a cell that are in both versions, in the former one only, or in the new one only."""

    kind: Literal["same", "gone", "new"]
    text: str


class ReportedCell(_Part):
    """A cell that changed; `pieces` are its words where the document before is known."""

    column: str
    field: str
    text: str
    pieces: tuple[ReportedWords, ...]


class ReportedChange(_Part):
    """What changed about an entry; each pair is the old and the new value."""

    id: str
    number: int
    name: str
    renamed: tuple[str, str] | None
    renumbered: tuple[int, int] | None
    moved: tuple[str, str] | None
    cells: tuple[ReportedCell, ...]


class ReportedNew(_Part):
    """A row that is new, with the id of its draft."""

    id: str
    number: int
    name: str


class ReportedCandidate(_Part):
    """What a row in doubt may be: an entry, or a row of the other list, "detailed:12".

    `likeness` tells how alike the names are, 0 to 100.
    """

    id: str
    name: str
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

    `unknown` counts the cells whose former text is not known.
    """

    id: str
    title: str
    date: str
    is_known: bool
    rows: int
    sure: int
    unknown: int
    remarks: tuple[str, ...]
    new: tuple[ReportedNew, ...]
    gone: tuple[str, ...]
    doubtful: tuple[ReportedDoubt, ...]
    changes: tuple[ReportedChange, ...]


class ImportReport(_Part):
    """The last import; `command` takes the best guesses where rows are in doubt."""

    lists: tuple[ReportedList, ...]
    command: str


def read_report(project: Path) -> ImportReport | None:
    """Return the report of the last import of `project`, None if there is none to read."""
    try:
        return ImportReport.model_validate_json((project / FILE).read_bytes())
    except (OSError, ValidationError):
        return None
