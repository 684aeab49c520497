"""The files in data/ that make the register, and the type of what each holds."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from register.field_types import WordKey
from register.model import Anomalies, Bilingual, Edition, GlossaryTerm, Initiative, Record
from register.publication import Proofreading, Publication, SearchWords
from register.vocabulary import Vocabulary

INITIATIVES = "initiatives.yaml"
VOCABULARY = "vocabulary.yaml"
EDITIONS = "editions.yaml"
GLOSSARY = "glossary.yaml"
ANOMALIES = "anomalies.yaml"
PUBLICATION = "publication.yaml"
INTERFACE = "interface.yaml"
FIELDS = "fields.yaml"
SEARCH = "search.yaml"
PROOFREADING = "proofreading.yaml"

# Lists, by the type of an entry; they are read and validated entry by entry.
LISTS: dict[str, type[Record]] = {
    INITIATIVES: Initiative,
    EDITIONS: Edition,
    GLOSSARY: GlossaryTerm,
}
TABLES: dict[str, Any] = {
    VOCABULARY: Vocabulary,
    ANOMALIES: Anomalies,
    PUBLICATION: Publication,
    INTERFACE: dict[WordKey, Bilingual],
    FIELDS: dict[str, Bilingual],
    SEARCH: SearchWords,
    PROOFREADING: Proofreading,
}
FILES = (*LISTS, *TABLES)
# Files beside them, which may be missing: what was confirmed names every published entry, and the
# schema every word that pages need.
TRANSLATIONS = "translations.yaml"
WORDS_SCHEMA = "schema/interface.schema.json"
BESIDE = (TRANSLATIONS, WORDS_SCHEMA)
# What else is in the folder and is no part of the register.
OTHER_FILES = ("importing.yaml", "imports.yaml", "messages.yaml", TRANSLATIONS)


def kind_of(name: str) -> Any:
    """Return the type of all that the data file `name` holds."""
    if name in TABLES:
        return TABLES[name]
    entry: Any = LISTS[name]
    return tuple[entry, ...]


@cache
def adapter_of(name: str) -> TypeAdapter[Any]:
    """Return what validates the data file `name`: of a list, each entry by itself."""
    return TypeAdapter(LISTS[name] if name in LISTS else TABLES[name])
