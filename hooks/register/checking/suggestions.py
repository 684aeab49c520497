"""What an editor may have meant."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from register.field_types import EMAIL_PATTERN, PARTIAL_DATE_PATTERN, SLUG_PATTERN, URL_PATTERN
from register.messages import Message, say
from register.model import Bilingual

# So many allowed values are listed; for more, the editor looks into the vocabulary.
LISTED = 20
# Tables that grow with the entries.
_OPEN_TABLES = ("bodies", "meetings", "families")
_NUMBERS = re.compile(r"(\d{1,4})\D+(\d{1,4})(?:\D+(\d{1,4}))?", re.ASCII)
_ADDRESS = re.compile(r"(?:https?:/*)?((?:[\w-]+\.)+[a-z]{2,}(?:[:/?#][^\s<>\"()\[\]]*)?)", re.I)


def suggest(value: str, allowed: Collection[str]) -> str | None:
    """Return the one of `allowed` nearest to `value`, if one is near.

    If these are a table of the vocabulary, those that have such a label are near, too.
    """
    folded = {_fold_to_ascii(each): each for each in reversed(list(allowed))}
    named = {_fold_to_ascii(label): each for label, each in _list_labels(allowed).items()} | folded
    if (exact := _fold_to_ascii(value)) and exact in named:
        return named[exact]
    near = get_close_matches(exact, folded, n=1) or get_close_matches(exact, named, n=1)
    return named[near[0]] if near else None


def hint(value: str, allowed: Collection[str]) -> Message | None:
    """Return the question whether the nearest of `allowed` is meant, if one is near."""
    near = suggest(value, allowed)
    return say("did-you-mean", value=near) if near else None


def explain_unknown(value: str, allowed: Collection[str], kind: str) -> Message:
    """Return the message for a `value` that is not among the `allowed` ones, which are of a `kind`.

    Where these are a table of the vocabulary, the kind is its name.
    """
    message = say("unknown-value", value=value, kind=say(f"kind-{kind.replace('_', '-')}"))
    is_open = kind in _OPEN_TABLES
    listed = None if is_open and len(allowed) > LISTED else list_allowed(allowed)
    new = say("add-to-vocabulary", table=kind) if is_open else None
    return message.then(hint(value, allowed), listed, new)


def list_allowed(allowed: Collection[str]) -> Message:
    """Return the message that lists the `allowed` values, or the first of many."""
    listed = tuple(allowed)[:LISTED]
    if len(allowed) <= LISTED:
        return say("allowed", values=listed)
    return say("allowed-more", values=listed, count=len(allowed))


def explain_no_entry(value: str, ids: Collection[str]) -> Message:
    """Return the message for a `value` that is not one of the `ids` of entries."""
    # In place of a malformed id its corrected spelling is suggested.
    return say("no-entry", id=value).then(hint(value, dict.fromkeys(map(to_slug, ids))))


def _list_labels(allowed: Collection[str]) -> dict[str, str]:
    """Return the id of each label, name and short form, if `allowed` is such a table."""
    return {
        text: key
        for key, term in (allowed.items() if isinstance(allowed, Mapping) else ())
        for bilingual in (getattr(term, field, None) for field in ("label", "name", "short"))
        if isinstance(bilingual, Bilingual)
        for text in (bilingual.fr, bilingual.en)
    }


def to_slug(value: str) -> str:
    """Return `value` as an id may be written."""
    words = "".join(c if c.isalnum() else " " for c in _fold_to_ascii(value)).split()
    return "-".join(words)


# Remembered: each save in the preview folds the same names again.
@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return `text` without accents and capitals, as it is sorted and compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _fold_to_ascii(value: str) -> str:
    return "".join(char for char in fold(value) if char.isascii())


def _to_date(value: str) -> str:
    """Return the date that `value` writes in another way, as 13/09/2023 does, or nothing."""
    found = _NUMBERS.fullmatch(value.strip())
    if found is None:
        return ""
    first, second, third = found.groups()
    if third is None:
        year, month = (first, second) if len(first) == 4 else (second, first)
        return f"{year}-{int(month):02}" if len(year) == 4 else ""
    year, month, day = (first, second, third) if len(first) == 4 else (third, second, first)
    try:
        return date(int(year), int(month), int(day)).isoformat() if len(year) == 4 else ""
    except ValueError:
        return ""


def _to_address(value: str) -> str:
    """Return the web address in `value`, with its beginning, or nothing."""
    found = None if "@" in value else _ADDRESS.search(value)
    if found is None or not re.match(r"https?:|www\.", value.strip(" <[").lower()):
        return ""
    scheme = "http://" if value.lower().lstrip(" <[").startswith("http:") else "https://"
    host, slash, path = found.group(1).partition("/")
    return f"{scheme}{host.lower()}{slash}{path}"


def _to_mail_address(value: str) -> str:
    """Return the mail address in `value`, without "mailto:", brackets and spaces."""
    return value.strip(" <>").removeprefix("mailto:").replace(" ", "")


# What a pattern allows, and what makes a value of that form of another.
FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    SLUG_PATTERN: ("form-id", to_slug),
    PARTIAL_DATE_PATTERN: ("form-date", _to_date),
    URL_PATTERN: ("form-address", _to_address),
    EMAIL_PATTERN: ("form-mail", _to_mail_address),
}
