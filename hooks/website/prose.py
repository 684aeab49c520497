"""Register text taken apart: paragraphs, lists, and the acronyms to explain where they stand.

Nothing else in a text has a meaning; the templates escape every character of it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from register.model import GlossaryForm, GlossaryTerm, Language

_PARAGRAPHS = re.compile(r"\n\s*\n")
_BULLET = "- "


def split_blocks(text: str) -> list[list[str]]:
    """Return the blocks of `text`: one string for a paragraph, several or a bullet for a list.

    A list's items keep their leading "- ", which tells a list of one from a paragraph.
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


class Acronyms:
    """Finds the acronyms of one language in a text."""

    def __init__(
        self, glossary: Iterable[GlossaryTerm], language: Language, *, unexplained: bool = False
    ) -> None:
        """Prepare to find the terms of `glossary` that have an expansion in `language`.

        With `unexplained`, those without one are found too.
        """
        self.forms: dict[str, tuple[str, GlossaryForm]] = {}
        for term in glossary:
            form = term[language]
            if form.long is not None or unexplained:
                self.forms[form.short] = (term.id, form)
        longest_first = sorted(self.forms, key=lambda short: (-len(short), short))
        names = "|".join(re.escape(short) for short in longest_first)
        self._pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w])") if names else None

    def find(self, text: str) -> list[re.Match[str]]:
        """Return the places where an acronym stands in `text`."""
        return list(self._pattern.finditer(text)) if self._pattern else []

    def terms(self, text: str) -> set[str]:
        """Return the ids of the terms that stand in `text`."""
        return {self.forms[match.group()][0] for match in self.find(text)}


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A piece of text; an acronym to explain has its `long` form, the term's id and a number.

    `link` leads to the glossary, at the first use on the page.
    """

    text: str
    long: str = ""
    term: str = ""
    number: int = 0
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph, or a list when `bullets`: one run of segments per line."""

    bullets: bool
    lines: tuple[tuple[Segment, ...], ...]


class Prose:
    """Takes the texts of one page apart for its template, each acronym explained once per text.

    The explanations are numbered through the page, so that each can have an id of its own. The
    first of each acronym on the page leads to the glossary.
    """

    def __init__(self, acronyms: Acronyms, link: Callable[[str], str]) -> None:
        """Explain the terms that `acronyms` finds; `link` gives a term's place in the glossary."""
        self._acronyms = acronyms
        self._link = link
        self._linked: set[str] = set()
        self._number = 0

    def blocks(self, text: str) -> list[Block]:
        """Return the paragraphs and lists of `text`."""
        seen: set[str] = set()
        return [
            Block(
                bullets=lines[0].startswith(_BULLET),
                lines=tuple(self._split(line.removeprefix(_BULLET), seen) for line in lines),
            )
            for lines in split_blocks(text)
        ]

    def plain(self, text: str) -> list[Block]:
        """Return the paragraphs and lists of `text` with nothing explained."""
        return [
            Block(
                bullets=lines[0].startswith(_BULLET),
                lines=tuple((Segment(text=line.removeprefix(_BULLET)),) for line in lines),
            )
            for lines in split_blocks(text)
        ]

    def line(self, text: str) -> tuple[Segment, ...]:
        """Return the segments of `text` set on one line."""
        return self._split(" ".join(text.split()), set())

    def _split(self, text: str, seen: set[str]) -> tuple[Segment, ...]:
        segments: list[Segment] = []
        end = 0
        for match in self._acronyms.find(text):
            short = match.group()
            if short in seen:
                continue
            seen.add(short)
            self._number += 1
            term, form = self._acronyms.forms[short]
            segments.append(Segment(text=text[end : match.start()]))
            segments.append(
                Segment(
                    text=short,
                    long=form.long or "",
                    term=term,
                    number=self._number,
                    link="" if term in self._linked else self._link(term),
                )
            )
            self._linked.add(term)
            end = match.end()
        segments.append(Segment(text=text[end:]))
        return tuple(segment for segment in segments if segment.text)


def shorten(text: str, limit: int = 160) -> str:
    """Return the beginning of `text`, whole words, at most `limit` characters."""
    plain = " ".join(" ".join(item.removeprefix(_BULLET) for item in b) for b in split_blocks(text))
    if len(plain) <= limit:
        return plain
    return plain[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:—–-") + "…"
