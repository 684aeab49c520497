"""With this folder on PYTHONPATH, names and texts of the register begin with a word of 80 letters.

Python imports a module of this name when it starts, so that the real commands run unchanged.
"""

from dataclasses import replace
from typing import Any

import register.load
from register.model import Bilingual, Record
from register.register import Register

WORD = "Wm" * 40
TEXTS = ("initiatives", "glossary", "anomalies")
# Of the vocabulary, what names others; phases, levels of access and categories are few, and short.
TABLES = ("bodies", "families", "meetings")
load = register.load.load_register


def lengthen(value: Any) -> Any:
    """Return `value` with the word before each text in two languages that is in it."""
    if isinstance(value, Bilingual):
        return Bilingual(fr=f"{WORD} {value.fr}", en=f"{WORD} {value.en}")
    if isinstance(value, Record):
        names = type(value).model_fields
        return value.model_copy(update={name: lengthen(getattr(value, name)) for name in names})
    if isinstance(value, tuple):
        return tuple(map(lengthen, value))
    if isinstance(value, dict):
        return {key: lengthen(each) for key, each in value.items()}
    return value


def load_long(*arguments: Any, **options: Any) -> Register:
    loaded = load(*arguments, **options)
    tables = {name: lengthen(getattr(loaded.vocabulary, name)) for name in TABLES}
    vocabulary = loaded.vocabulary.model_copy(update=tables)
    texts = {name: lengthen(getattr(loaded, name)) for name in TEXTS}
    return replace(loaded, vocabulary=vocabulary, **texts)


register.load.load_register = load_long
