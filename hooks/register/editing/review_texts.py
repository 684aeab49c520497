"""The texts of an entry one by one, as a reviewer's copy of the workbook lists them."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from msgspec import Struct
from pydantic import BaseModel

from register.checking.problems import Place
from register.checking.texts.typesetting import set_text
from register.model import Bilingual, Initiative, Language

# Of a fingerprint in the copy: nobody sees it, and it is compared with one text only.
DIGITS = 12
# One sets nearly every text; a quotation that is not closed may need another.
_ROUNDS = 5
_SPACES = re.compile(r" {2,}")
_PARAGRAPHS = re.compile(r"\n{3,}")


class ReviewText(Struct, frozen=True, kw_only=True):
    """A text of an entry and where it is: `path` leads to it, ("milestones", 0, "text").

    `meaning` names what data/fields.yaml says of it, "Milestone.text".
    """

    path: Place
    text: Bilingual
    meaning: str

    @property
    def key(self) -> str:
        """The path as the copy writes it, "milestones.1.text": places count from 1."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    @property
    def field(self) -> str:
        """The path without places, "milestones.text", as data/translations.yaml has it."""
        return ".".join(step for step in self.path if isinstance(step, str))


def list_review_texts(entry: Initiative) -> Iterator[ReviewText]:
    """Yield every text of `entry` in both languages, in the order of the model."""
    yield from _walk(entry, (), "")


def _walk(value: object, path: Place, meaning: str) -> Iterator[ReviewText]:
    if isinstance(value, Bilingual):
        yield ReviewText(path=path, text=value, meaning=meaning)
    elif isinstance(value, BaseModel):
        # The fields of an entry itself go by their name alone.
        prefix = f"{type(value).__name__}." if path else ""
        for name in type(value).model_fields:
            yield from _walk(getattr(value, name), (*path, name), f"{prefix}{name}")
    elif isinstance(value, tuple):
        for place, each in enumerate(value):
            yield from _walk(each, (*path, place), meaning)


def is_to_write(text: str, language: Language, words: Mapping[str, Bilingual]) -> bool:
    """Return whether `text` only stands for one that a draft lacks, by the interface's `words`."""
    stand_in = words.get("draft-text")
    return stand_in is not None and text == stand_in[language]


def tidy_text(text: str, language: Language) -> str:
    """Return `text` as it is written in the register, whatever a spreadsheet has made of it.

    Apostrophes and French spaces are set; lines have no space at their ends nor two between words,
    and paragraphs one empty line between. Applying it twice changes nothing more.
    """
    for _ in range(_ROUNDS):
        text, before = _tidy_once(text, language), text
        if text == before:
            break
    return text


def _tidy_once(text: str, language: Language) -> str:
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (line.strip() for line in set_text(_SPACES.sub(" ", composed), language).split("\n"))
    return _PARAGRAPHS.sub("\n\n", "\n".join(lines)).strip()


def mark_text(text: str, language: Language) -> str:
    """Return the fingerprint of `text`, the same for all that `tidy_text` makes the same."""
    return hashlib.sha256(tidy_text(text, language).encode()).hexdigest()[:DIGITS]
