"""A YAML text that was read: its values, where each of them is, and what is wrong with it.

Positions are looked up in the tree of nodes, which is composed only when a problem is reported:
valid texts are read without one (`yaml_values`).
"""

from functools import cached_property
from typing import Any

import yaml
from msgspec import Struct

from register.checking.problems import FieldPath, Problem
from register.reading.size_limits import Loader


class ParsedText(Struct, frozen=True, kw_only=True, eq=False, dict=True):
    """A whole data file, or an entry of a list; compared and hashed by identity.

    The lines of `problems` count from the beginning of the text, and their path is empty: the same
    text may be anywhere in any file.
    """

    text: str
    values: Any = None
    # False if there are no values at all.
    is_read: bool = True
    # False if a part of the text could not be read.
    is_whole: bool = True
    problems: tuple[Problem, ...] = ()
    # The ids of entries in what could not be read.
    lost_ids: tuple[str, ...] = ()

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=Loader) if self.is_read else None

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor.

        With a `part`, the place is where that part of the text begins; with `key`, it is that of
        the last field's name.
        """
        node = self._root
        mark = node.start_mark if node is not None else None
        for step in where:
            found = _step_into(node, step)
            if found is None:
                break
            key_mark, node = found
            mark = node.start_mark if node.id == "scalar" and not key else key_mark
        if mark is None:
            return 1, 1
        return (part and _find_part(self.text, node, part)) or (mark.line + 1, mark.column + 1)


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
