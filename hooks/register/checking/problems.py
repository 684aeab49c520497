"""What is wrong with the data, so that an editor can fix it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from textwrap import shorten
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from register.checking.texts.invisible_characters import pad, show_unseen
from register.messages import Message, say

if TYPE_CHECKING:
    from register.model import Language

Severity = Literal["error", "warning"]
# The way to a value: names of fields and places in lists, from 0.
FieldPath = Sequence[str | int]
Place = tuple[str | int, ...]
Key = TypeVar("Key", bound=Hashable)
# Of a long line, the part around the place is shown.
_BEFORE, _SHOWN = 60, 100
# A name longer than this is a text that a colon has made one of.
_NAME = 60


class Finding(NamedTuple):
    """Where something is wrong, and what; `other` is the place it is in conflict with."""

    where: FieldPath
    message: Message
    other: FieldPath | None = None
    # The part of the text that is meant.
    part: str = ""

    def below(self, step: str | int) -> "Finding":
        """Return the finding as one of what `step` leads to."""
        other = None if self.other is None else (step, *self.other)
        return self._replace(where=(step, *self.where), other=other)


Findings = Iterator[Finding]


def find_repeats(
    values: Iterable[tuple[Key, FieldPath]],
) -> Iterator[tuple[Key, FieldPath, FieldPath]]:
    """Yield each of `values` that was there before, with its place and the first one."""
    seen: dict[Key, FieldPath] = {}
    for value, where in values:
        first = seen.setdefault(value, where)
        if first is not where:
            yield value, where, first


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to fix, at a line and column from 1; an error prevents a build, no warning does."""

    path: str = ""
    line: int = 1
    column: int = 1
    # The field in an editor's words, for instance ("cen", "status", "phase"); a number counts items
    # from 1. Empty if the whole file is meant.
    where: tuple[str | int, ...] = ()
    message: Message
    severity: Severity = "error"
    # The line at fault; what a msgspec.Struct cannot do is to leave it out of a comparison.
    line_text: str = field(default="", compare=False)

    @classmethod
    def at(cls, mark: Any, message: Message) -> "Problem":
        """Return the problem at a `mark` of PyYAML, whose lines and columns count from 0."""
        return cls(line=mark.line + 1, column=mark.column + 1, message=message)

    @property
    def is_error(self) -> bool:
        """Whether it prevents a build."""
        return self.severity == "error"

    def placed(self, path: str, before: int = 0) -> "Problem":
        """Return the problem of a text, as that of the file that has `before` lines before it."""
        message = self.message.shifted(before)
        return replace(self, path=path, line=self.line + before, message=message)

    def render(self, language: "Language") -> str:
        """Return `path:line:column: where: message` in the words of `language`."""
        colon = "\u202f: " if language == "fr" else ": "
        names = (
            say("item-number", number=step).render(language)
            if isinstance(step, int)
            else shorten(step, _NAME, placeholder="…")
            for step in self.where
        )
        said = [
            *([] if self.is_error else [say("warning").render(language)]),
            *filter(None, [" › ".join(names)]),
            self.message.render(language),
        ]
        # The place is written as programs read it, to lead to it.
        return show_unseen(f"{self.path}:{self.line}:{self.column}: {colon.join(said)}")

    def __str__(self) -> str:
        """Return the problem in English."""
        return self.render("en")

    def show(self, language: "Language" = "en") -> str:
        """Return the problem, and below it the line at fault with a caret at the place."""
        said = self.render(language)
        if not self.line_text.strip():
            return said
        start = max(0, self.column - 1 - _BEFORE)
        piece = self.line_text[start : start + _SHOWN]
        left = "…" if start else ""
        right = "…" if start + _SHOWN < len(self.line_text) else ""
        before = pad(left + piece[: self.column - 1 - start])
        return f"{said}\n    {left}{show_unseen(piece)}{right}\n    {before}^"


def quote_lines(problems: Iterable[Problem], sources: Mapping[str, str]) -> list[Problem]:
    """Return `problems`, each with its line from `sources`, the texts of the files by name."""

    # Files without a problem, which may be large, are not cut.
    @cache
    def cut(name: str) -> list[str]:
        return sources[name].split("\n") if name in sources else []

    found = []
    for problem in problems:
        lines = cut(problem.path.rpartition("/")[2])
        # Where a file could not be decoded, its line is quoted already.
        if 0 < problem.line <= len(lines):
            problem = replace(problem, line_text=lines[problem.line - 1].rstrip("\r"))
        found.append(problem)
    return found


def place_at(text: str, position: int) -> tuple[int, int]:
    """Return line and column, from 1, of a `position` in `text`, which counts from 0."""
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return `problems` sorted by place; what two checks find at one place is kept once."""

    def order(problem: Problem) -> tuple[str, int, int, str]:
        return problem.path, problem.line, problem.column, str(problem)

    kept = {(p.path, p.line, p.column, p.message): p for p in sorted(problems, key=order)}
    return tuple(kept.values())


def show_problems(problems: Iterable[Problem], language: "Language") -> str:
    """Return all `problems` in the words of `language`, each with its line."""
    return "\n".join(problem.show(language) for problem in problems)


class RegisterError(Exception):
    """The data cannot be used; `problems` says why, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`."""
        self.problems = sort_problems(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Return all problems in English."""
        return show_problems(self.problems, "en")
