"""Changes to the text of a YAML file that leave all else in it as it is, to the byte."""

import json
import re
from collections.abc import Sequence

import yaml
from msgspec import Struct, field

_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
_EMPTY_LIST = re.compile(r"^\[\s*\][ \t]*(?=\r?$)", re.MULTILINE)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def quote(text: str) -> str:
    """Return `text` as a YAML text in quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)


class YamlText(Struct, kw_only=True, dict=True):
    """The text of a data file, and the changes to make in it.

    `where` is the way to a value: names of fields and places in lists. Line breaks of what is
    added are those of the file.
    """

    text: str
    _edits: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Read the places of all values."""
        self._root = yaml.compose(self.text, Loader=_LOADER)
        self._break = "\r\n" if "\r\n" in self.text else "\n"

    def find(self, where: Sequence[str | int]) -> tuple[yaml.Node | None, yaml.Node] | None:
        """Return the nodes of the key and the value at `where`, None if there is none."""
        key: yaml.Node | None = None
        node = self._root
        for step in where:
            if isinstance(node, yaml.MappingNode):
                pair = next(((k, v) for k, v in node.value if k.value == step), None)
                if pair is None:
                    return None
                key, node = pair
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                if step >= len(node.value):
                    return None
                key, node = None, node.value[step]
            else:
                return None
        return None if node is None else (key, node)

    def list_values(self, name: str) -> list[str]:
        """Return the value of the field `name` of each item, of the list that the file is."""
        items = self._root.value if isinstance(self._root, yaml.SequenceNode) else []
        found = (self.find((number, name)) for number in range(len(items)))
        return [pair[1].value if pair else "" for pair in found]

    def replace(self, where: Sequence[str | int], value: str) -> None:
        """Put the YAML `value` in place of the value at `where`, if there is one."""
        if found := self.find(where):
            node = found[1]
            end = node.end_mark.index
            if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
                # The end of a block is the beginning of what follows it.
                end = node.start_mark.index + len(self._block(node).rstrip())
            self._edits.append((node.start_mark.index, end, value))

    def _block(self, node: yaml.Node) -> str:
        lines = self.text[node.start_mark.index : node.end_mark.index].splitlines(keepends=True)
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].lstrip().startswith("#")):
            lines.pop()
        return "".join(lines)

    def rename_key(self, where: Sequence[str | int], name: str) -> None:
        """Give the field at `where` another name, if there is one."""
        found = self.find(where)
        if found and (key := found[0]):
            self._edits.append((key.start_mark.index, key.end_mark.index, name))

    def prepend(self, node: yaml.Node, value: str) -> None:
        """Put `value` before the first item `node` of a list, written as that is."""
        at = node.start_mark.index
        start = self._line_start(at)
        before = self.text[start:at]
        if before.strip() == "-":
            self._edits.append((start, start, f"{before}{value}{self._break}"))
        else:
            self._edits.append((at, at, f"{value}, "))

    def insert_before(self, where: Sequence[str | int], lines: Sequence[str]) -> None:
        """Insert `lines` above the line on which the field at `where` begins."""
        if found := self.find(where):
            self._add(self._line_start((found[0] or found[1]).start_mark.index), lines)

    def insert_after(self, where: Sequence[str | int], lines: Sequence[str]) -> None:
        """Insert `lines` below the line on which the value at `where` ends, if it is on one."""
        if found := self.find(where):
            self._add(self._line_end(found[1].end_mark.index), lines)

    def delete_line(self, where: Sequence[str | int]) -> bool:
        """Delete the line of the field at `where`; false unless it has a line to itself."""
        found = self.find(where)
        if found is None or found[0] is None:
            return False
        start, end = found[0].start_mark, found[1].end_mark
        begin = self._line_start(start.index)
        if start.line != end.line or self.text[begin : start.index].strip():
            return False
        self._edits.append((begin, self._line_end(end.index), ""))
        return True

    def delete_field(self, where: Sequence[str | int]) -> None:
        """Delete the field at `where`, if there is one; it begins its line."""
        found = self.find(where)
        if found and found[0]:
            begin, last = self._line_start(found[0].start_mark.index), found[1].start_mark.index
            end = last + len(self._block(found[1]).rstrip())
            self._edits.append((begin, self._line_end(end), ""))

    def add_item(self, place: int, lines: Sequence[str], *, apart: bool) -> None:
        """Add an item to the list that the file is, as its `place`th; `apart` by empty lines."""
        starts = [match.start() for match in _ITEM.finditer(self.text)]
        block = [*lines]
        if not starts:
            empty = _EMPTY_LIST.search(self.text)
            at, end = empty.span() if empty else (len(self.text), len(self.text))
            while end < len(self.text) and self.text[end] in "\r\n":
                end += 1
            added = [(a, b, t) for a, b, t in self._edits if (a, b) == (at, end)]
            if added:
                self._edits.remove(added[0])
            before = added[0][2] if added else ""
            between = self._break if before and apart else ""
            self._edits.append((at, end, before + between + self._join(block)))
            return
        if place < len(starts):
            self._add(starts[place], [*block, *([""] if apart else [])])
        else:
            kept = len(self.text.rstrip())
            gap = [""] if apart else []
            self._edits.append((kept, kept, self._break + self._join([*gap, *block]).rstrip()))

    def _add(self, at: int, lines: Sequence[str]) -> None:
        text = self._join(lines)
        if at == len(self.text) and not self.text.endswith("\n"):
            text = self._break + text
        self._edits.append((at, at, text))

    def _join(self, lines: Sequence[str]) -> str:
        return "".join(f"{line}{self._break}" for line in lines)

    def _line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def _line_end(self, index: int) -> int:
        found = self.text.find("\n", index)
        return len(self.text) if found < 0 else found + 1

    def result(self) -> str:
        """Return the text with all changes made; those at one place in the order given."""
        parts: list[str] = []
        last = 0
        for start, end, text in sorted(self._edits, key=lambda edit: edit[:2]):
            parts += [self.text[last:start], text]
            last = max(last, end)
        return "".join([*parts, self.text[last:]])
