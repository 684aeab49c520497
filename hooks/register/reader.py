"""Read YAML into plain frozen values, keeping where each of them stands.

Positions are looked up in the tree of nodes, which is made only when a problem has to be placed: a
sound file is read without one (`register.plain`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from register.limits import Loader, check_depth
from register.plain import KEEP_AS_STRING, MERGE, TAGS, UnusualError, read_plain
from register.problems import Problem, Severity
from register.syntax import explain_syntax

FieldPath = Sequence[str | int]


@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML file: its name for messages, its values, and the text they came from.

    `is_read` tells that there are values at all.
    """

    path: str
    source: str = ""
    values: Any = None
    is_read: bool = False
    problems: tuple[Problem, ...] = ()

    @cached_property
    def root(self) -> yaml.Node | None:
        """The nodes that the values came from."""
        return _compose(self.source) if self.is_read else None

    @property
    def unchecked(self) -> str:
        """The part of the text whose encoding has not been looked at in reading it."""
        return self.source

    def locate(self, where: FieldPath) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor."""
        node, mark = self.root, None
        for step in where:
            found = _step_into(node, step)
            if found is None:
                break
            mark, node = found
        if mark is None:
            mark = node.start_mark if node is not None else None
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

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

    def problem(self, where: FieldPath, message: str, severity: Severity = "error") -> Problem:
        """Return a problem at `where`."""
        line, column = self.locate(where)
        return Problem(
            path=self.path,
            line=line,
            column=column,
            where=self.name(where),
            message=message,
            severity=severity,
        )


def read_yaml(source: str, path: str) -> Document:
    """Read the YAML text `source` of the file named `path`; what is wrong is in `problems`.

    Lists come out as tuples, so that the values are as frozen as the types made of them.
    """
    try:
        values = read_plain(source)
    except UnusualError:
        return read_by_nodes(source, path)
    except yaml.YAMLError as error:
        return Document(path=path, source=source, problems=(explain_syntax(error, source, path),))
    return Document(path=path, source=source, values=values, is_read=True)


def read_by_nodes(source: str, path: str) -> Document:
    """Read `source` as `read_yaml` does, and tell of what is unusual in it."""
    if deep := tuple(check_depth(source, path)):
        return Document(path=path, source=source, problems=deep)
    try:
        root = _compose(source)
    except yaml.YAMLError as error:
        return Document(path=path, source=source, problems=(explain_syntax(error, source, path),))
    if root is None:
        empty = Problem(path=path, message="the file is empty")
        return Document(path=path, source=source, problems=(empty,))
    constructor = yaml.constructor.SafeConstructor()
    problems: list[Problem] = []
    values = _construct(root, constructor, problems, path, set())
    return Document(path=path, source=source, values=values, is_read=True, problems=tuple(problems))


def _compose(source: str) -> yaml.Node | None:
    loader = None
    try:
        loader = Loader(source)
        root: yaml.Node | None = loader.get_single_node()
        return root
    finally:
        if loader is not None:
            loader.dispose()


def _construct(
    node: Any,
    constructor: yaml.constructor.SafeConstructor,
    problems: list[Problem],
    path: str,
    seen: set[int],
) -> Any:
    """Return the value of `node`; duplicate keys and references go to `problems`.

    `seen` holds the nodes met so far: a second meeting is a reference, which could make a small
    file endless.
    """
    if id(node) in seen:
        message = "a reference (& and *) stands for this value elsewhere; write it out there"
        problems.append(_at(node, path, message))
        return None
    seen.add(id(node))
    if node.id == "scalar":
        if node.tag == KEEP_AS_STRING:
            return node.value
        if node.tag not in TAGS:
            message = "YAML reads a text that begins with ! as a type: put it in quotes"
            problems.append(_at(node, path, message))
            return f"{node.tag} {node.value}"
        try:
            return constructor.construct_object(node)
        except (yaml.YAMLError, ValueError):
            message = f'"{node.value}" cannot be read as a number or a date; put it in quotes'
            problems.append(_at(node, path, message))
            return node.value
    if node.id == "sequence":
        return tuple(_construct(each, constructor, problems, path, seen) for each in node.value)
    values: dict[Any, Any] = {}
    lines: dict[Any, int] = {}
    for key_node, value_node in node.value:
        if key_node.id != "scalar" or key_node.tag == MERGE:
            problems.append(_at(key_node, path, "a key must be a plain word"))
            continue
        # An unquoted key such as `no` or `2024` is meant as written.
        key = key_node.value
        if key in values:
            problems.append(
                _at(key_node, path, f'"{key}" stands twice; it already stands at line {lines[key]}')
            )
            continue
        lines[key] = key_node.start_mark.line + 1
        values[key] = _construct(value_node, constructor, problems, path, seen)
    return values


def _step_into(node: yaml.Node | None, step: str | int) -> tuple[Any, Any] | None:
    """Return the mark and the node that `step` leads to from `node`, if it leads anywhere."""
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == step:
                mark = value_node.start_mark if value_node.id == "scalar" else key_node.start_mark
                return mark, value_node
    return None


def _look_up(value: Any, step: str | int) -> Any:
    """Return what `step` leads to in `value`, or None."""
    if isinstance(step, int):
        return value[step] if isinstance(value, tuple) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _at(node: Any, path: str, message: str) -> Problem:
    mark = node.start_mark
    return Problem(path=path, line=mark.line + 1, column=mark.column + 1, message=message)
