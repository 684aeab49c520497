"""Read a register again after an edit: only the entries that changed are read anew.

A list of entries is cut at the lines that begin an entry; a piece whose text is known keeps its
values and its model. Wherever the pieces might mean something else than the whole (a piece that is
no sound list of one by itself, for instance), the whole file is read, so that problems are told
alike. Used by the preview; a build reads each file once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from register.model import Initiative
from register.reader import Document, FieldPath, read_yaml

# In a block list at the margin only a new item can begin so: all else in it is indented.
_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
# The first character of an item that begins on the line of its dash.
_CONTENT = re.compile(r"- +[^\s#]")
# They tie pieces of a file together, or part it otherwise.
_WHOLE_ONLY = re.compile(r"^(?:---|\.\.\.|%)|[&*][\w-]|<<", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class PiecedDocument(Document):
    """A list read in pieces; `texts` and their `lines` before them serve to place a problem."""

    texts: tuple[str, ...]
    lines: tuple[int, ...]

    def locate(self, where: FieldPath) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor."""
        if not where or not isinstance(where[0], int) or where[0] >= len(self.texts):
            return super().locate(())
        begin = _CONTENT.match(self.texts[where[0]])
        if len(where) == 1 and begin is not None:
            return self.lines[where[0]] + 1, begin.end()
        piece = read_yaml(self.texts[where[0]], self.path)
        line, column = piece.locate((0, *where[1:]))
        return line + self.lines[where[0]], column


class ReadingCache:
    """What was read last time, by its text."""

    def __init__(self) -> None:
        """Start without anything read."""
        self._documents: dict[str, tuple[str, Document]] = {}
        self._pieces: dict[str, Any] = {}
        # By the identity of the values, which the pieces keep alive.
        self._known: set[int] = set()
        self._models: dict[int, Initiative] = {}

    def read(self, source: str, path: str) -> Document:
        """Return the document that `source`, the text of the file named `path`, makes."""
        known = self._documents.get(path)
        if known is not None and known[0] == source:
            return known[1]
        document = self._read_pieces(source, path) or read_yaml(source, path)
        self._documents[path] = (source, document)
        return document

    def _read_pieces(self, source: str, path: str) -> Document | None:
        head, *texts = _ITEM.split(source)
        if not texts or _WHOLE_ONLY.search(source) or not _is_comment(head):
            return None
        pieces: dict[str, Any] = {}
        lines = []
        line = head.count("\n")
        for text in texts:
            values = self._pieces.get(text) or _read_piece(text, path)
            if values is None:
                return None
            pieces[text] = values
            lines.append(line)
            line += text.count("\n")
        if len(pieces) != len(texts):
            # The same entry twice: a problem, which the whole file tells.
            return None
        self._pieces = pieces
        self._models = {
            key: model
            for key in map(id, pieces.values())
            if (model := self._models.get(key)) is not None
        }
        self._known = {id(values) for values in pieces.values()}
        return PiecedDocument(
            path=path,
            values=tuple(pieces[text] for text in texts),
            root=yaml.SequenceNode("tag:yaml.org,2002:seq", []),
            texts=tuple(texts),
            lines=tuple(lines),
        )

    def validate(self, value: Any, make: Callable[[Any], Initiative]) -> Initiative:
        """Return the model of an entry's values, made by `make` if it is not known."""
        model = self._models.get(id(value))
        if model is None:
            model = make(value)
            if id(value) in self._known:
                self._models[id(value)] = model
        return model


def _is_comment(text: str) -> bool:
    return all(not line.strip() or line.startswith("#") for line in text.splitlines())


def _read_piece(text: str, path: str) -> Any:
    """Return the values of an entry that is sound YAML by itself, or None."""
    document = read_yaml(text, path)
    if document.problems or not isinstance(document.values, tuple) or len(document.values) != 1:
        return None
    return document.values[0]
