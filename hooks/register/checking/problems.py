"""What is wrong with the data, said so that an editor can mend it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from register.checking.invisible_characters import pad, show_unseen

Severity = Literal["error", "warning"]
# The way to a value: names of fields and places in lists, from 0.
FieldPath = Sequence[str | int]
# Of a long line, what stands around the place is shown.
_BEFORE, _SHOWN = 60, 100


class Finding(NamedTuple):
    """Where something is wrong, and what; `other` is the place it is in conflict with."""

    where: FieldPath
    message: str
    other: FieldPath | None = None
    # The part of the text that is meant.
    part: str = ""

    def below(self, step: str | int) -> "Finding":
        """Return the finding as one of what `step` leads to."""
        other = None if self.other is None else (step, *self.other)
        return self._replace(where=(step, *self.where), other=other)


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One thing to mend, at one place.

    `line` and `column` count from 1. `where` names the field in the editor's words, for instance
    "cen › status › phase"; it is empty when the whole file is meant. An error stands in the way of
    a build, a warning does not. `line_text` is the line at fault. `line_named` is the line for
    which {line} stands in the message.
    """

    path: str = ""
    line: int = 1
    column: int = 1
    where: str = ""
    message: str
    severity: Severity = "error"
    line_text: str = field(default="", compare=False)
    line_named: int = field(default=0, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether it stands in the way of a build."""
        return self.severity == "error"

    def placed(self, path: str, before: int = 0) -> "Problem":
        """Return the problem of a text, as that of the file that has `before` lines before it."""
        message = self.message.replace("{line}", str(self.line_named + before))
        return replace(self, path=path, line=self.line + before, message=message, line_named=0)

    def __str__(self) -> str:
        """Return `path:line:column: where: message`."""
        place = f"{self.path}:{self.line}:{self.column}: "
        kind = "warning: " if self.severity == "warning" else ""
        said = place + kind + (f"{self.where}: " if self.where else "") + self.message
        return show_unseen(said)

    def show(self) -> str:
        """Return the problem, and below it the line at fault with a caret at the place."""
        if not self.line_text.strip():
            return str(self)
        start = max(0, self.column - 1 - _BEFORE)
        piece = self.line_text[start : start + _SHOWN]
        left = "…" if start else ""
        right = "…" if start + _SHOWN < len(self.line_text) else ""
        before = pad(left + piece[: self.column - 1 - start])
        return f"{self}\n    {left}{show_unseen(piece)}{right}\n    {before}^"


def quote_lines(problems: Iterable[Problem], sources: Mapping[str, str]) -> list[Problem]:
    """Return `problems`, each with its line from `sources`, the texts of the files by name."""
    # Files without a problem, which may be large, are not cut.
    lines: dict[str, list[str]] = {}
    found = []
    for problem in problems:
        name = problem.path.rpartition("/")[2]
        if name not in lines:
            lines[name] = sources.get(name, "").split("\n")
        text = lines[name]
        inside = 0 < problem.line <= len(text)
        # Who could not decode a file has quoted its line already.
        line = text[problem.line - 1].rstrip("\r") if inside and name in sources else None
        found.append(problem if line is None else replace(problem, line_text=line))
    return found


def show_problems(problems: Iterable[Problem]) -> str:
    """Return all `problems` as they are told in every place: check, build and preview."""
    return "\n".join(problem.show() for problem in problems)


class RegisterError(Exception):
    """The data cannot be used; `problems` says why, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`, sorted by place; what two checks say of one place is told once."""
        told = {(p.path, p.line, p.column, p.message): p for p in sorted(problems)}
        self.problems = tuple(told.values())
        super().__init__(show_problems(self.problems))
