"""Read a register in pieces, and again after an edit: only the entries that changed are read anew.

A list of entries is cut at the lines that begin an entry; a piece whose text is known keeps its
values and its model. Wherever the pieces might mean something else than the whole (a piece that is
no sound list of one by itself, for instance), the whole file is read, so that problems are told
alike.
"""

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, TypeVar, cast

import yaml

from register.checking.characters import is_tidy
from register.reading.reader import Document, FieldPath, read_yaml
from register.reading.yaml_values import UnusualError, read_plain

# In a block list at the margin only a new item can begin so: all else in it is indented.
_ITEM = re.compile(r"^(?=-(?: |$))", re.MULTILINE)
# The first character of an item that begins on the line of its dash.
_CONTENT = re.compile(r"- +[^\s#]")


@dataclass(frozen=True, kw_only=True)
class _Piece:
    """The text of an entry, its values, and how many lines it has."""

    text: str
    values: Any
    count: int


@dataclass(frozen=True, kw_only=True)
class PiecedDocument(Document):
    """A list read in pieces, with the `head` before them: they serve to place a problem."""

    head: str
    pieces: tuple[_Piece, ...]

    @cached_property
    def lines(self) -> tuple[int, ...]:
        """How many lines stand before each piece."""
        return tuple(accumulate((p.count for p in self.pieces), initial=self.head.count("\n")))

    @property
    def unchecked(self) -> str:
        """The head: a piece is one only if there is nothing to say of its characters."""
        return self.head

    def locate(self, where: FieldPath, part: str = "", *, key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of the value at `where`, or of its nearest ancestor."""
        if not where or not isinstance(where[0], int) or where[0] >= len(self.pieces):
            return (1, 1)
        text, before = self.pieces[where[0]].text, self.lines[where[0]]
        begin = _CONTENT.match(text)
        if len(where) == 1 and begin is not None:
            return before + 1, begin.end()
        line, column = read_yaml(text, self.path).locate((0, *where[1:]), part, key=key)
        return line + before, column


T = TypeVar("T")


class ReadingCache:
    """What was read last time, by its text."""

    def __init__(self, *, in_pieces: bool = True) -> None:
        """Start without anything read; not `in_pieces`, every file is read as a whole."""
        self._in_pieces = in_pieces
        self._documents: dict[str, tuple[str, Document]] = {}
        # By file: the last that could be read in pieces.
        self._pieced: dict[str, PiecedDocument] = {}
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
        last = self._pieced.get(path)
        known = {piece.text: piece for piece in last.pieces} if last else {}
        head, *texts = cut_list(source, [last.head, *known] if last else [])
        if not texts or not _is_comment(head) or len(set(texts)) != len(texts):
            # The same entry twice is a problem, which the whole file tells.
            return None
        pieces = []
        for text in texts:
            piece = known.get(text) or _read_piece(text)
            if piece is None:
                return None
            pieces.append(piece)
        self._pieced[path] = PiecedDocument(
            path=path,
            source=source,
            values=tuple(piece.values for piece in pieces),
            is_read=True,
            head=head,
            pieces=tuple(pieces),
        )
        return self._pieced[path]

    def once(self, kind: Hashable, values: Any, make: Callable[[Any], T]) -> T:
        """Return what `make` makes of `values`, made once for each `kind` of making.

        Its kind is a word or, where it is made with something else that was made here, that.
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
        self._alive = {id(v) for document in self._pieced.values() for v in document.values}
        self._alive |= {id(document.values) for _, document in self._documents.values()}
        self._made = {key: made for key, made in self._made.items() if key[1] in self._alive}
        # A kind that is itself made, as the rules for texts are, goes with what it was made of.
        there = set(map(id, self._made.values()))
        self._made = {
            key: made
            for key, made in self._made.items()
            if isinstance(key[0], str) or id(key[0]) in there
        }


def cut_list(source: str, known: Sequence[str]) -> Sequence[str]:
    """Return the head of `source` and the text of each entry.

    `known` is what was returned of another text: what both have at their beginning and at their end
    need not be searched for cuts again.
    """
    start = first = 0
    while first < len(known) and source.startswith(known[first], start):
        start += len(known[first])
        first += 1
    if first > 0:
        # The last of them may go on now.
        first -= 1
        start -= len(known[first])
    end, last = len(source), len(known)
    while last > first + 1 and source.endswith(known[last - 1], start, end):
        last -= 1
        end -= len(known[last])
    while last < len(known) and source[end - 1 : end] != "\n":
        # It no longer begins a line.
        end += len(known[last])
        last += 1
    head, *texts = _ITEM.split(source[start:end])
    if first == 0:
        return [head, *texts, *known[last:]]
    if head:
        return _ITEM.split(source)
    return [*known[:first], *texts, *known[last:]]


def _is_comment(text: str) -> bool:
    return all(not line.strip() or line.startswith("#") for line in text.splitlines())


def _read_piece(text: str) -> _Piece | None:
    """Return an entry that is sound YAML by itself, with nothing unusual in it, or None."""
    # A line break that YAML sees and we do not count would shift the lines below.
    if not is_tidy(text) or text.count("\r") != text.count("\r\n"):
        return None
    try:
        values = read_plain(text)
    except (UnusualError, yaml.YAMLError):
        return None
    if not isinstance(values, tuple) or len(values) != 1:
        return None
    return _Piece(text=text, values=values[0], count=text.count("\n"))
