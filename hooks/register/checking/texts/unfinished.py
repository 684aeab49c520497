"""Texts that stand in for one that nobody has written yet."""

import re
from functools import lru_cache

from register.messages import Message, say

# Nothing that can be read: "???", "...", "-".
_ONLY_MARKS = re.compile(r"[?.…_-]+")
_FILLER = ("Lorem ipsum", "lorem ipsum")
# A longer text is more than such a word.
_LONG = 60


@lru_cache(maxsize=4)
def _sort(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words in small letters, and those that no sentence has anywhere."""
    capitals = [word for word in words if word.isupper() and word.isalpha()]
    return frozenset(word.casefold() for word in words), (*capitals, "??", *_FILLER)


def find_unfinished(text: str, words: tuple[str, ...]) -> tuple[Message, str] | None:
    """Return a message and the part of `text` that only holds a place, if there is one.

    `words` are those that hold a place if they are the whole text, and anywhere in it if they are
    in capitals: "TODO".
    """
    if not words:
        return None
    known, within = _sort(words)
    if len(text) <= _LONG and _is_only(text, known):
        return say("text-unfinished", part=text.strip()), text.strip()
    for word in within:
        if word in text and (found := re.search(rf"(?<!\w){re.escape(word)}(?!\w)", f" {text} ")):
            return say("text-unfinished", part=found.group()), found.group()
    return None


def _is_only(text: str, known: frozenset[str]) -> bool:
    """Return whether `text` is nothing but a word that is `known`, or marks."""
    bare = text.strip(" \n.…:!?()[]<>-–—_*").casefold()
    return bare in known or _ONLY_MARKS.fullmatch(text) is not None
