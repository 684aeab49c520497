"""Hostile texts, and which of them each entry of the hostile register has."""

import os
import re
from functools import cache

from register.model import Language
from support.build import ROOT
from support.yaml_loading import load_yaml

FOLDER = ROOT / "tests" / "hostile"
# How an address in an output may begin.
SAFE_ADDRESS = re.compile(r"(https?://|mailto:|[./#?]|[a-z0-9][a-z0-9_./-]*($|[?#]))")
# The first entries, for comparison; and entries with neighbours and relatives, so many a category.
PLAIN = "plain words"
GROUP = 6
# How many payloads share an entry, and the kinds of which none does: the whole text counts there.
SHARED = int(os.environ.get("HOSTILE_TEXTS", "4"))
ALONE = ("words that scripts know", "long words")


@cache
def _load_kinds() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = load_yaml((FOLDER / "payloads.yaml").read_text("utf-8"))
    return kinds


@cache
def load_payloads() -> tuple[str, ...]:
    """Return every payload."""
    return tuple(text for texts in _load_kinds().values() for text in texts)


@cache
def load_groups(language: Language) -> tuple[tuple[str, ...], ...]:
    """Return the payloads of each entry by its number; those of the first few are harmless."""
    kinds = _load_kinds()
    alone = [(text,) for kind in ALONE for text in kinds[kind]]
    rest = [text for kind, texts in kinds.items() if kind not in ALONE for text in texts]
    count = -(-len(rest) // SHARED)
    beside = [tuple(rest[first : first + SHARED]) for first in range(0, len(rest), SHARED)]
    apart = [tuple(rest[first::count]) for first in range(count)]
    return (*[(PLAIN,)] * GROUP, *alone, *(beside if language == "fr" else apart))


def entry_count() -> int:
    """Return how many entries there are."""
    return len(load_groups("fr"))


def numbers_of(text: str, language: Language) -> list[int]:
    """Return the numbers of the entries that have a payload in a language."""
    return [at for at, group in enumerate(load_groups(language)) if text in group]


def entry_id(number: int) -> str:
    """Return the id of the entry of that number, and of all that has its payloads."""
    return f"h{number}"
