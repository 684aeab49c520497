"""Register text split into paragraphs and lists, and into acronyms and terms to explain.

There is no other markup in a text; the templates escape every character of it.
"""

import re
from collections.abc import Callable

from msgspec import Struct

from register.model import Language
from website.text.glossary_finder import Found, GlossaryFinder, explain

_PARAGRAPHS = re.compile(r"\n\s*\n")
_BULLET = "- "
# Breaks of lines and what indents them, but no single space. To Python, the narrow spaces of French
# are spaces, too.
_BREAKS = re.compile(r"[\t\r\n][ \t\r\n]*| [ \t\r\n]+")


def join_lines(text: str) -> str:
    """Return `text` on one line, each break or run of spaces as one space; narrow ones stay."""
    return _BREAKS.sub(" ", text).strip(" ")


def split_blocks(text: str) -> list[list[str]]:
    """Return the blocks of `text`: a paragraph as one string, a list as a string per item.

    List items keep their leading "- ", which distinguishes a list of one item from a paragraph.
    """
    blocks: list[list[str]] = []
    for part in _PARAGRAPHS.split(text.strip()):
        items: list[str] = []
        for line in part.splitlines():
            bullet = line.lstrip().startswith(_BULLET)
            if bullet and items and not items[0].startswith(_BULLET):
                blocks.append([" ".join(items)])
                items = []
            if bullet or not items:
                items.append(line.strip())
            else:
                items[-1] += " " + line.strip()
        if items:
            blocks.append(items)
    return blocks


class Segment(Struct, frozen=True, kw_only=True):
    """A piece of text, or an acronym or term to explain."""

    text: str
    # Empty if there is nothing to explain.
    meaning: str = ""
    is_acronym: bool = False
    # Counts the explanations of a page from 1.
    number: int = 0
    # To the glossary.
    link: str = ""


class Block(Struct, frozen=True, kw_only=True):
    """A paragraph (one line) or, if `bullets`, a list (a line per item)."""

    bullets: bool
    lines: tuple[tuple[Segment, ...], ...]


def _make_blocks(text: str, split: Callable[[str], tuple[Segment, ...]]) -> list[Block]:
    return [
        Block(
            bullets=lines[0].startswith(_BULLET),
            lines=tuple(split(line.removeprefix(_BULLET)) for line in lines),
        )
        for lines in split_blocks(text)
    ]


class Prose:
    """Splits the texts of one page for its template, and explains terms of the glossary.

    An acronym is explained once per text. A term, which readers cannot recognize as one, is
    explained once per page or, on a page with several entries, once per entry. What is explained
    links to the glossary. Explanations are numbered, so that each can have an id.
    """

    def __init__(
        self, finder: GlossaryFinder, language: Language, link: Callable[[str], str]
    ) -> None:
        """Explain in `language` what `finder` finds; `link` returns the link to a term's id."""
        self._finder = finder
        self._language: Language = language
        self._link = link
        self._explained: set[str] = set()
        self._number = 0

    def start_entry(self) -> None:
        """Begin another entry of the same page: its terms are explained again."""
        self._explained.clear()

    def blocks(self, text: str) -> list[Block]:
        """Return the paragraphs and lists of `text`."""
        seen: set[str] = set()
        return _make_blocks(text, lambda line: self._split(line, seen))

    def plain(self, text: str) -> list[Block]:
        """Return the paragraphs and lists of `text` with nothing explained."""
        return _make_blocks(text, lambda line: (Segment(text=line),))

    def line(self, text: str) -> tuple[Segment, ...]:
        """Return the segments of `text` set on one line."""
        return self._split(join_lines(text), set())

    def _split(self, text: str, seen: set[str]) -> tuple[Segment, ...]:
        segments: list[Segment] = []
        end = 0
        for found in self._finder.find(text):
            explained = self._explain(found, text[found.start : found.end], seen)
            if explained is None:
                continue
            segments += [Segment(text=text[end : found.start]), explained]
            end = found.end
        segments.append(Segment(text=text[end:]))
        return tuple(segment for segment in segments if segment.text)

    def _explain(self, found: Found, written: str, seen: set[str]) -> Segment | None:
        """Return `written` with its meaning, None if it needs none; adds the term to `seen`."""
        term = found.term
        is_acronym = term.kind == "acronym"
        if term.id in (seen if is_acronym else self._explained):
            return None
        meaning = explain(term, self._language, written)
        if not meaning:
            return None
        seen.add(term.id)
        self._explained.add(term.id)
        self._number += 1
        return Segment(
            text=written,
            meaning=meaning,
            is_acronym=is_acronym,
            number=self._number,
            link=self._link(term.id),
        )


def list_lines(text: str) -> list[str]:
    """Return each paragraph of `text` and each item of its lists, without hyphens, as one line."""
    return [line.removeprefix(_BULLET) for block in split_blocks(text) for line in block]


def shorten(text: str, limit: int = 160) -> str:
    """Return the beginning of `text`, whole words, at most `limit` characters."""
    plain = " ".join(list_lines(text))
    if len(plain) <= limit:
        return plain
    return plain[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"
