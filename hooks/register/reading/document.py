"""A data file that was read: its values, and where in the file each of them is."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from register.checking.problems import FieldPath, Finding, Problem, Severity
from register.messages import Message, say
from register.reading.parsed_text import ParsedText

# The first character of an entry that begins on the line of its dash.
_CONTENT = re.compile(r"- +[^\s#]")


class Document(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A data file: its name for messages, and what was read.

    `parsed.is_whole` may be false: then `problems` holds what is wrong with each of its parts.
    """

    path: str
    source: str = ""
    parsed: ParsedText
    # Those of reading, placed in the file.
    problems: tuple[Problem, ...] = ()

    # Of a list that was read entry by entry: those that could be read, and how many lines the file
    # has before each.
    parts: tuple[ParsedText, ...] | None = None
    lines: tuple[int, ...] = ()

    @cached_property
    def entries(self) -> tuple[ParsedText, ...] | None:
        """What was read of each entry, a list of one; None where the file is not a list."""
        values = self.parsed.values
        if self.parts is not None or not isinstance(values, tuple):
            return self.parts
        return tuple(ParsedText(text="", values=(value,)) for value in values)

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column in the file, as `ParsedText.locate` does for a text."""
        if self.parts is None:
            return self.parsed.locate(where, part, key=key)
        if not where or not isinstance(where[0], int) or where[0] >= len(self.parts):
            return 1, 1
        entry, before = self.parts[where[0]], self.lines[where[0]]
        # Mostly whole entries are requested: nothing has to be composed for them.
        if len(where) == 1 and (begin := _CONTENT.match(entry.text)) is not None:
            return before + 1, begin.end()
        line, column = entry.locate((0, *where[1:]), part, key=key)
        return line + before, column

    def has_comment(self, where: FieldPath) -> bool:
        """Return whether a comment follows on the line of `where`."""
        line = self.locate(where)[0]
        lines = self.source.split("\n")
        return line <= len(lines) and " #" in lines[line - 1]

    def value_at(self, where: FieldPath) -> Any:
        """Return the value at `where`, None if there is none."""
        value = self.parsed.values
        for step in where:
            value = _look_up(value, step)
        return value

    def is_cut_off(self, where: FieldPath) -> bool:
        """Return whether the field at `where` is a mere word between the commas of braces."""
        if self.value_at(where) is not None:
            return False
        line, column = self.locate(where, key=True)
        rest = self.source.split("\n")[line - 1][column - 1 :]
        return re.match(rf"{re.escape(str(where[-1]))}\s*[,}}]", rest) is not None

    def name(self, where: FieldPath) -> tuple[str | int, ...]:
        """Return `where` as an editor knows it: an entry by its id or else number, then fields."""
        names: list[str | int] = []
        value = self.parsed.values
        for step in where:
            value = _look_up(value, step)
            label = value.get("id") if isinstance(value, dict) and isinstance(step, int) else None
            if isinstance(label, str) and label:
                names.append(label)
            else:
                names.append(step + 1 if isinstance(step, int) else str(step))
        return tuple(names)

    def problem(
        self,
        where: FieldPath,
        message: Message,
        severity: Severity = "error",
        part: str = "",
        *,
        key: bool = False,
    ) -> Problem:
        """Return a problem at `where`, at the `part` of its text or at its `key`."""
        line, column = self.locate(where, part, key=key)
        return Problem(
            path=self.path,
            line=line,
            column=column,
            where=self.name(where),
            message=message,
            severity=severity,
        )

    def report(self, finding: Finding, severity: Severity) -> Problem:
        """Return the problem that a rule found in the file."""
        where, message, other, part = finding
        if other is not None:
            message = message.then(say("see-line", line=self.locate(other)[0]))
        return self.problem(where, message, severity, part)


def _look_up(value: Any, step: str | int) -> Any:
    """Return what `step` leads to in `value`, or None."""
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


# By the names of the files.
Documents = Mapping[str, Document]
