"""Rules for data/interface.yaml and data/fields.yaml: all words and meanings are there."""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache

from register import model, publication, vocabulary
from register.checking.problems import Finding, Findings
from register.checking.suggestions import hint, suggest
from register.messages import Message, say
from register.model import Bilingual, Initiative, Record

# A place in a word of the interface that the page fills in.
_PLACEHOLDER = re.compile(r"\{\w+\}")
# Fields that only the published data have.
_PUBLISHED = frozenset({"url", "listed", "moved"})


def check_words(words: Mapping[str, Bilingual], needed: Collection[str]) -> Findings:
    """Every word that a page needs is there; a page that nobody sees today may need it, too."""
    for key in needed:
        if key not in words:
            unknown = [each for each in words if each not in needed]
            yield Finding((), say("word-missing", key=key).then(hint(key, unknown)))


def check_placeholders(words: Mapping[str, Bilingual]) -> Findings:
    """A word of the interface has the same places to fill in, in both languages."""
    places = {
        key: (set(_PLACEHOLDER.findall(text.fr)), set(_PLACEHOLDER.findall(text.en)))
        for key, text in words.items()
    }
    used = Counter(place for pair in places.values() for each in pair for place in each)
    for key, (french, english) in places.items():
        if french == english:
            continue
        # The one at fault lacks a place, or has one that no other word has.
        rare_french = min((used[place] for place in french - english), default=0)
        rare_english = min((used[place] for place in english - french), default=0)
        is_french = not french - english or (bool(english - french) and rare_french <= rare_english)
        here, there = (french, english) if is_french else (english, french)
        name = "placeholders-differ-french" if is_french else "placeholders-differ-english"
        message = say(name, here=_list(here), there=_list(there))
        yield Finding((key, "fr" if is_french else "en"), message)


def _list(placeholders: set[str]) -> Message | tuple[str, ...]:
    return tuple(sorted(placeholders)) or say("placeholders-none")


@cache
def list_field_keys() -> frozenset[str]:
    """Return what names each field in data/fields.yaml: its type and name, of an entry the name."""
    types = {**vars(model), **vars(vocabulary), **vars(publication)}.values()
    records = [t for t in types if isinstance(t, type) and issubclass(t, Record)]
    return frozenset(
        _PUBLISHED
        | {
            field if kind is Initiative else f"{kind.__name__}.{field}"
            for kind in records
            for field in kind.model_fields
        }
    )


def check_fields(fields: Mapping[str, Bilingual]) -> Findings:
    """Each field of the model has a row, and each row is that of a field."""
    expected = list_field_keys()
    lacking = dict.fromkeys(sorted(expected - set(fields)))
    for key in fields:
        if key not in expected:
            yield Finding((key,), say("field-not-of-model", key=key).then(hint(key, lacking)))
            # One mistake is reported once.
            lacking.pop(suggest(key, lacking) or "", None)
    for key in lacking:
        yield Finding((), say("field-unexplained", key=key))
