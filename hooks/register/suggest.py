"""What an editor may have meant."""

import unicodedata
from collections.abc import Collection
from difflib import get_close_matches


def suggest(value: str, allowed: Collection[str]) -> str | None:
    """Return the one of `allowed` nearest to `value`, if one is near; case and accents aside."""
    folded = {_fold(each): each for each in reversed(list(allowed))}
    near = get_close_matches(_fold(value), folded, n=1)
    return folded[near[0]] if near else None


def hint(value: str, allowed: Collection[str]) -> str:
    """Return the question whether the nearest of `allowed` is meant, or nothing."""
    near = suggest(value, allowed)
    return f'; did you mean "{near}"?' if near else ""


def to_slug(value: str) -> str:
    """Return `value` as an id may be written."""
    words = "".join(c if c.isalnum() else " " for c in _fold(value)).split()
    return "-".join(words)


def _fold(value: str) -> str:
    bare = unicodedata.normalize("NFKD", value.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c) and c.isascii())
