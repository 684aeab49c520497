"""From the nodes of a YAML file to plain frozen values: lists come out as tuples."""

from typing import Any

import yaml

from register.checking.problems import Problem
from register.messages import Line, Message, say
from register.reading.yaml_values import INTEGER, KEEP_AS_STRING, MERGE, PLAIN_INTEGER, TAGS

_LONG = 100  # digits


class Constructor:
    """Constructs the values of one text."""

    def __init__(self) -> None:
        """Start without a problem."""
        self.problems: list[Problem] = []
        # Of entries that were taken for the end of those before them.
        self.lost_ids: list[str] = []
        self._yaml = yaml.constructor.SafeConstructor()

    def construct(self, node: Any, parent: str = "") -> Any:
        """Return the value of `node`, which is in a `parent`: "list", or "root" for the whole."""
        if node.id == "scalar":
            return node.value if node.tag == KEEP_AS_STRING else self._read_bare(node)
        if node.id == "sequence":
            return tuple(
                [self.construct(each, "list" if parent else "root") for each in node.value]
            )
        values: dict[Any, Any] = {}
        twice: list[tuple[Any, Any]] = []
        lines: dict[Any, int] = {}
        for key_node, value_node in node.value:
            if key_node.id != "scalar" or key_node.tag == MERGE:
                self._report(key_node, say("yaml-key"))
                continue
            # An unquoted key such as `no` or `2024` is meant as written.
            key = key_node.value
            if key in values:
                twice.append((key, key_node))
                if key == "id":
                    self.lost_ids.append(str(value_node.value))
                continue
            lines[key] = key_node.start_mark.line + 1
            values[key] = self.construct(value_node, "field")
        if twice:
            self._report_twice(twice, lines, is_item=parent == "list")
        return values

    def _read_bare(self, node: Any) -> Any:
        """Return what the bare word of `node` is taken for."""
        if node.tag not in TAGS:
            self._report(node, say("yaml-type"))
            return f"{node.tag} {node.value}"
        if node.tag == INTEGER and not PLAIN_INTEGER.fullmatch(node.value):
            return self._refuse_number(node)
        try:
            return self._yaml.construct_object(node)
        except (yaml.YAMLError, ValueError):
            # 2024-02-30, or a number of thousands of digits: the check of the text reports it.
            return node.value

    def _refuse_number(self, node: Any) -> Any:
        """Report a number in a form that YAML reads as editors do not; return what was meant."""
        word = node.value
        if word.isdecimal():
            plain = word.lstrip("0") or "0"
            self._report(node, say("number-with-zero", value=word, plain=plain))
            # Of a number of thousands of digits Python makes none.
            return int(plain) if len(plain) < _LONG else plain
        self._report(node, say("number-in-another-form", value=word))
        return self._yaml.construct_object(node)

    def _report_twice(
        self, twice: list[tuple[Any, Any]], lines: dict[Any, int], *, is_item: bool
    ) -> None:
        """Report keys that are there twice; in an item of a list, a dash was lost, and no more."""
        if lost := [each for each in twice if each[0] == "id"]:
            twice = lost[:1]
        elif is_item:
            twice = twice[:1]
        for key, node in twice:
            message = say("yaml-key-twice", key=key, line=Line(lines[key]))
            if key == "id":
                message = message.then(say("entry-needs-dash"))
            elif is_item:
                message = message.then(say("item-needs-dash"))
            self._report(node, message)

    def _report(self, node: Any, message: Message) -> None:
        self.problems.append(Problem.at(node.start_mark, message))
