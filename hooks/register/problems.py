"""What is wrong with the data, said so that an editor can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, kw_only=True)
class Problem:
    """One thing to mend, at one place.

    `line` and `column` count from 1. `where` names the field in the editor's words, for instance
    "cen › status › phase"; it is empty when the whole file is meant.
    """

    path: str
    line: int = 1
    column: int = 1
    where: str = ""
    message: str

    def __str__(self) -> str:
        """Return `path:line:column: where: message`."""
        place = f"{self.path}:{self.line}:{self.column}: "
        return place + (f"{self.where}: " if self.where else "") + self.message


class RegisterError(Exception):
    """The data cannot be used; `problems` says why, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep `problems`, sorted by place."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
