"""Read a register again after an edit: only the entries that changed are read anew.

A list of entries is cut at the lines that begin an entry; a piece whose text is known keeps its
values and its model. Wherever the pieces might mean something else than the whole (a piece that is
no sound list of one by itself, for instance), the whole file is read, so that problems are told
alike. Used by the preview; a build reads each file once.
"""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

import yaml

from register.reader import Document, FieldPath, read_yaml

# In a block list at the margin only a new item can begin so: all else in it is indented.
_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
# The first character of an item that begins on the line of its dash.
_CONTENT = re.compile(r"- +[^\s#]")
# They tie pieces of a file together, or part it otherwise.
_WHOLE_ONLY = re.compile(r"^(?:---|\.\.\.|%)|(?<![^\s\[{,:-])[&*]\w|<<", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class PiecedDocument(Document):
    """A list read in pieces; `texts` and their `lines` before them serve to place a problem."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor."""
        if not where or not isinstance(where[0], int) or where[0] >= len(self.texts):
            return super().locate(())
        begin = _CONTENT.match(self.texts[where[0]])
        if len(where) == 1 and begin is not None:
            return self.lines[where[0]] + 1, begin.end()
        piece = read_yaml(self.texts[where[0]], self.path)
        line, column = piece.locate((0, *where[1:]), part, key=key)
        return line + self.lines[where[0]], column


T = TypeVar("T")


class ReadingCache:
    """What was read last time, by its text."""

    def __init__(self, *, in_pieces: bool = True) -> None:
        """Start without anything read; a build, which reads once, does without pieces."""
        self._in_pieces = in_pieces
        self._documents: dict[str, tuple[str, Document]] = {}
        # By file, then by text: the values of each entry.
        self._pieces: dict[str, dict[str, Any]] = {}
        # By what it is and the identity of the values, which must be alive.
        self._made: dict[tuple[Hashable, int], Any] = {}
        self._alive: set[int] = set()

    def read(self, source: str, path: str) -> Document:
        """Return the document that `source`, the text of the file named `path`, makes."""
        known = self._documents.get(path)
        if known is not None and known[0] == source:
            return known[1]
        pieced = self._read_pieces(source, path) if self._in_pieces else None
        document = pieced or read_yaml(source, path)
        self._documents[path] = (source, document)
        self._forget_dead()
        return document

    def _read_pieces(self, source: str, path: str) -> Document | None:
        head, *texts = _ITEM.split(source)
        if not texts or _WHOLE_ONLY.search(source) or not _is_comment(head):
            return None
        known = self._pieces.get(path, {})
        pieces: dict[str, Any] = {}
        lines = []
        line = head.count("\n")
        for text in texts:
            values = known.get(text) or _read_piece(text, path)
            if values is None:
                return None
            pieces[text] = values
            lines.append(line)
            line += text.count("\n")
        if len(pieces) != len(texts):
            # The same entry twice: a problem, which the whole file tells.
            return None
        self._pieces[path] = pieces
        return PiecedDocument(
            path=path,
            values=tuple(pieces[text] for text in texts),
            root=yaml.SequenceNode("tag:yaml.org,2002:seq", []),
            texts=tuple(texts),
            lines=tuple(lines),
        )

    def once(self, kind: Hashable, values: Any, make: Callable[[Any], T]) -> T:
        """Return what `make` makes of `values`, made once for each `kind` of making.

        Whatever else it is made with is part of its kind.
        """
        key = (kind, id(values))
        if key in self._made:
            return cast(T, self._made[key])
        made = make(values)
        if id(values) in self._alive:
            self._made[key] = made
        return made

    def _forget_dead(self) -> None:
        """Drop what was made of values that are gone: their identity may come again."""
        self._alive = {id(v) for pieces in self._pieces.values() for v in pieces.values()}
        self._alive |= {id(document.values) for _, document in self._documents.values()}
        self._made = {key: made for key, made in self._made.items() if key[1] in self._alive}


def _is_comment(text: str) -> bool:
    return all(not line.strip() or line.startswith("#") for line in text.splitlines())


def _read_piece(text: str, path: str) -> Any:
    """Return the values of an entry that is sound YAML by itself, or None."""
    document = read_yaml(text, path)
    if document.problems or not isinstance(document.values, tuple) or len(document.values) != 1:
        return None
    return document.values[0]
