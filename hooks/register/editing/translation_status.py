"""Which French texts their English was last confirmed against: data/translations.yaml.

The file has a line per field with texts, `cen.objective: 1a2b3c4d/5e6f7a8b`: the fingerprints of
the French and of the English. Texts in a list share a field, which has a pair for each: places in
the list change with every insertion. The file is no part of the register: nothing in it, or missing
from it, is ever an error.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from register.editing.review_texts import list_review_texts
from register.model import Bilingual, Initiative

FILE = "translations.yaml"
HEAD = """\
# Which French text each English one was last held against; written by `make confirm ID=...`.
# By field: the fingerprints of the French and of the English, a pair for each text.
"""
# Digits of a fingerprint: one in four thousand million, and only texts of one field are compared.
DIGITS = 8

_LINE = re.compile(r"^([\w.-]+): *([0-9a-f/ ]+?) *\r?$", re.MULTILINE)

Confirmed = Mapping[str, frozenset[str]]
# "behind": the French has changed, the English has not. "unconfirmed": both are new to the file.
State = Literal["behind", "unconfirmed"]


class Lag(Struct, frozen=True, kw_only=True):
    """A text whose English is not known to say what the French says."""

    field: str
    text: Bilingual
    state: State


def make_fingerprint(text: str) -> str:
    """Return the fingerprint of `text`; line breaks and kinds of space do not count."""
    plain = " ".join(text.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]


def make_pair(text: Bilingual) -> str:
    """Return the fingerprints of the French and of the English of `text`."""
    return f"{make_fingerprint(text.fr)}/{make_fingerprint(text.en)}"


def read_confirmed(source: str) -> Confirmed:
    """Return the pairs of each field in `source`, the text of the file.

    Line by line, and not as YAML: where git has left two versions, both count, and nothing of what
    was confirmed is lost.
    """
    confirmed: dict[str, frozenset[str]] = {}
    for field, pairs in _LINE.findall(source):
        confirmed[field] = confirmed.get(field, frozenset()) | frozenset(pairs.split())
    return confirmed


def find_lags(entry: Initiative, confirmed: Confirmed) -> Iterator[Lag]:
    """Yield the texts of `entry` whose English lags behind the French, or was never confirmed.

    A text whose English alone has changed is not among them: someone has just worked on it.
    """
    for each in list_review_texts(entry):
        pairs = confirmed.get(f"{entry.id}.{each.field}", frozenset())
        french, english = make_pair(each.text).split("/")
        if any(pair.startswith(f"{french}/") for pair in pairs):
            continue
        behind = any(pair.endswith(f"/{english}") for pair in pairs)
        yield Lag(field=each.field, text=each.text, state="behind" if behind else "unconfirmed")


def confirm(
    entries: Collection[Initiative], confirmed: Confirmed, wanted: Collection[str]
) -> dict[str, frozenset[str]]:
    """Return `confirmed` with the present texts of what is `wanted` for confirmed.

    That is the id of an entry, one of its fields ("cen.objective"), or "all". What belongs to no
    present field goes; but of entries that are gone it stays, for their addresses were published.
    """
    result: dict[str, frozenset[str]] = {}
    for entry in entries:
        fields: dict[str, set[str]] = {}
        for each in list_review_texts(entry):
            fields.setdefault(f"{entry.id}.{each.field}", set()).add(make_pair(each.text))
        for key, pairs in fields.items():
            if "all" in wanted or entry.id in wanted or key in wanted:
                result[key] = frozenset(pairs)
            elif key in confirmed:
                result[key] = confirmed[key]
    known = {each for entry in entries for each in (entry.id, *entry.former_ids)}
    gone = {key: pairs for key, pairs in confirmed.items() if _id_of(key) not in known}
    return {**result, **gone}


def forget(confirmed: Confirmed, entry_id: str) -> dict[str, frozenset[str]]:
    """Return `confirmed` without the entry `entry_id`, which is gone and was never published."""
    return {key: pairs for key, pairs in confirmed.items() if _id_of(key) != entry_id}


def _id_of(key: str) -> str:
    return key.partition(".")[0]


def write_confirmed(confirmed: Confirmed) -> str:
    """Return the text of the file for `confirmed`, in its order."""
    lines = (f"{key}: {' '.join(sorted(pairs))}\n" for key, pairs in confirmed.items())
    return HEAD + "".join(lines)
