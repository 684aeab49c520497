"""The words by which a list is understood and named: data/importing.yaml."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError

from importing.readers.tables import ImportFault
from register.field_types import Slug, Text
from register.messages import Message, say
from register.model import Bilingual, Record

FILE = "importing.yaml"
Column = Literal["number", "category", "name", "objective", "actors", "description", "status"]
# The columns of which the register keeps a fingerprint, never the text.
CELLS: tuple[Column, ...] = ("objective", "actors", "description", "status")
Kind = Literal["summary", "detailed"]
_NAMES: dict[Kind, str] = {"summary": "import-list-summary", "detailed": "import-list-detailed"}


class ListWords(Record):
    """How a list of one kind is named."""

    id: Slug
    name: Bilingual
    short: Bilingual


class ImportWords(Record):
    """The whole of data/importing.yaml."""

    heads: dict[Column, tuple[Text, ...]]
    english_heads: tuple[Text, ...]
    lists: dict[Kind, ListWords]
    fields: dict[Column, Text]
    phases: dict[str, tuple[Text, ...]]


def read_words(folder: Path) -> ImportWords:
    """Return the words kept in the data folder. Raises `ImportFault`."""
    path = folder / FILE
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
        return ImportWords.model_validate(values, strict=False)
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        raise ImportFault(say("import-words", file=f"data/{FILE}", reason=str(error))) from None


def name_list(kind: Kind) -> Message:
    """Return how messages call the list of a `kind`."""
    return say(_NAMES[kind])
