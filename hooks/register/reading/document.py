"""A data file that was read: its values, and where in the text each of them stands.

Positions are looked up in the tree of nodes, which is made only when a problem has to be placed: a
sound file is read without one (`register.plain`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from register.checking.problems import Problem, Severity
from register.reading.size_limits import Loader

FieldPath = Sequence[str | int]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML file: its name for messages, its values, and the text they came from.

    `is_read` tells that there are values at all, `is_whole` that all of it could be read. Of what
    could not, `lost_ids` names the entries.
    """

    path: str
    source: str = ""
    values: Any = None
    is_read: bool = False
    is_whole: bool = True
    problems: tuple[Problem, ...] = ()
    lost_ids: tuple[str, ...] = ()

    @cached_property
    def root(self) -> yaml.Node | None:
        """The nodes that the values came from."""
        return compose(self.source) if self.is_read else None

    @property
    def unchecked(self) -> str:
        """The part of the text whose encoding has not been looked at in reading it."""
        return self.source

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor.

        With a `part`, the place is where that part of the text begins; with `key`, it is that of
        the last field's name.
        """
        node, mark = self.root, None
        for step in where:
            found = _step_into(node, step)
            if found is None:
                break
            key_mark, node = found
            mark = node.start_mark if node.id == "scalar" and not key else key_mark
        if mark is None:
            mark = node.start_mark if node is not None else None
        if mark is None:
            return 1, 1
        return (part and _find_part(self.source, node, part)) or (mark.line + 1, mark.column + 1)

    def has_comment(self, where: FieldPath) -> bool:
        """Tell whether a comment follows on the line of `where`."""
        line = self.locate(where)[0]
        lines = self.source.split("\n")
        return line <= len(lines) and " #" in lines[line - 1]

    def name(self, where: FieldPath) -> str:
        """Return `where` in an editor's words: an entry by its id, then the fields."""
        names: list[str] = []
        value = self.values
        for step in where:
            value = _look_up(value, step)
            label = value.get("id") if isinstance(value, dict) and isinstance(step, int) else None
            if isinstance(label, str) and label:
                names.append(label)
            else:
                names.append(f"no. {step + 1}" if isinstance(step, int) else str(step))
        return " › ".join(names)

    def problem(
        self,
        where: FieldPath,
        message: str,
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


@dataclass(frozen=True, kw_only=True)
class PatchedDocument(Document):
    """A list of which the sound items were read one by one; `lines` counts those before each."""

    lines: tuple[int, ...]
    parts: tuple[Document, ...]

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor."""
        if not where or not isinstance(where[0], int) or where[0] >= len(self.parts):
            return 1, 1
        line, column = self.parts[where[0]].locate((0, *where[1:]), part, key=key)
        return line + self.lines[where[0]], column


def compose(source: str) -> yaml.Node | None:
    """Return the nodes of the YAML text `source`, if it has any."""
    loader = None
    try:
        loader = Loader(source)
        root: yaml.Node | None = loader.get_single_node()
        return root
    finally:
        if loader is not None:
            loader.dispose()


def _find_part(source: str, node: Any, part: str) -> tuple[int, int] | None:
    """Return line and column of `part` in the lines of `node`; of its first word, if folded."""
    first, last = node.start_mark.line, node.end_mark.line
    lines = source.split("\n")[first : last + 1]
    for wanted in (part, *part.split()[:1]):
        for nth, line in enumerate(lines):
            begin = node.start_mark.column if nth == 0 else 0
            if (at := line.find(wanted, begin)) >= 0:
                return first + nth + 1, at + 1
    return None


def _step_into(node: yaml.Node | None, step: str | int) -> tuple[Any, Any] | None:
    """Return the mark and the node that `step` leads to from `node`, if it leads anywhere."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == step:
                return key_node.start_mark, value_node
    return None


def _look_up(value: Any, step: str | int) -> Any:
    """Return what `step` leads to in `value`, or None."""
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None
