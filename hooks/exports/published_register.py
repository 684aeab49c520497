"""The published form of the register, version 1: what every data file holds.

A published field never changes its meaning within a version. A field may be added; to remove or
change one, add a version 2 beside this one.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from register.editing.json_schema import describe_fields
from register.field_types import PartialDate, Reference, Slug
from register.lists.changes import trace_moves
from register.model import LANGUAGES, Bilingual, Edition, GlossaryTerm, Initiative, Record
from register.publication import Licence
from register.register import Register
from register.vocabulary import Vocabulary
from website import urls
from website.data_files import FOLDER, VERSION


class PublishedInitiative(Initiative):
    """An entry as published: the register's own fields, and the addresses of its pages."""

    url: Bilingual = Field(description="Address of the entry's page in each language")
    listed: bool = Field(description="Whether the latest dated list has the entry")
    moved: dict[Slug, Reference] = Field(
        description="Category before each dated list that moved the entry, by list"
    )


class PublishedRegister(Record):
    """The whole register as published."""

    version: Literal["1"] = Field(description="Version of this form; see /data/")
    name: Bilingual
    description: Bilingual
    as_of: PartialDate = Field(description="Date that the information is as of")
    licence: Licence = Field(description="Licence of the texts")
    editions: tuple[Edition, ...] = Field(description="The dated lists that the register draws on")
    vocabulary: Vocabulary = Field(description="What entries point at by id")
    glossary: tuple[GlossaryTerm, ...]
    initiatives: tuple[PublishedInitiative, ...] = Field(
        description="The entries, in the order of the register"
    )


def publish_initiative(register: Register, entry: Initiative, site_url: str) -> PublishedInitiative:
    """Return `entry` of `register` as published; `site_url` is the address of the hosted site."""
    path = urls.initiative(entry.id)
    pages = {language: urls.hosted(site_url, language, path) for language in LANGUAGES}
    fields = {name: getattr(entry, name) for name in Initiative.model_fields}
    listed = entry.id not in register.departures
    moved = {move.edition.id: move.before for move in trace_moves(entry, register.editions)}
    return PublishedInitiative(**fields, url=Bilingual(**pages), listed=listed, moved=moved)


def publish_register(register: Register, site_url: str) -> PublishedRegister:
    """Return the whole register as published."""
    return PublishedRegister(
        version=VERSION,
        name=register.publication.name,
        description=register.publication.description,
        as_of=register.publication.as_of,
        licence=register.publication.text_licence,
        # A move is published with the entry that moved.
        editions=tuple(each.model_copy(update={"moved": {}}) for each in register.editions),
        vocabulary=register.vocabulary,
        glossary=register.glossary,
        initiatives=tuple(
            publish_initiative(register, entry, site_url) for entry in register.initiatives
        ),
    )


def make_schema(site_url: str, fields: Mapping[str, Bilingual]) -> dict[str, Any]:
    """Return the JSON Schema of the published register; `fields` explains the fields."""
    schema = PublishedRegister.model_json_schema()
    for model in (Edition, PublishedInitiative):
        for name, field in model.model_fields.items():
            if field.exclude:
                del schema["$defs"][model.__name__]["properties"][name]
    describe_fields(schema, "PublishedRegister", fields)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{site_url.rstrip('/')}/{FOLDER}/schema.json",
        **schema,
    }
