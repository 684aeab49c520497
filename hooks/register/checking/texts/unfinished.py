"""Texts that stand in for one that nobody has written yet."""

import re
from functools import lru_cache

from register.messages import Message, say

# Nothing that can be read: "???", "...", "-".
_ONLY_MARKS = re.compile(r"[?.…_-]+")


@lru_cache(maxsize=4)
def _compile(words: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the words in small letters, and what finds those in capitals within a text."""
    capitals = [re.escape(word) for word in words if word.isupper() and word.isalpha()]
    # Several question marks or a Latin filler are no part of any sentence either.
    pattern = rf"\b(?:{'|'.join(capitals)})\b|\?\?+|[Ll]orem ipsum"
    return frozenset(word.casefold() for word in words), re.compile(pattern)


def find_unfinished(text: str, words: tuple[str, ...]) -> tuple[Message, str] | None:
    """Return a message and the part of `text` that only holds a place, if there is one.

    `words` are those that hold a place if they are the whole text, and anywhere in it if they are
    in capitals: "TODO".
    """
    if not words:
        return None
    known, within = _compile(words)
    bare = text.strip(" \n.…:!?()[]<>-–—_*").casefold()
    if bare in known or _ONLY_MARKS.fullmatch(text):
        return say("text-unfinished", part=text.strip()), text.strip()
    if found := within.search(text):
        return say("text-unfinished", part=found.group()), found.group()
    return None
