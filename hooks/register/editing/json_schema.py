"""JSON Schemas of the data files, by which an editor's program completes and explains fields.

Generated from the model; the texts are those of data/fields.yaml. They help while typing: what is
right, `python hooks check` reports. An id of the vocabulary is offered, but an id that is not in it
yet is let pass, so that a new one can be used before the schemas are written again.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from register.data_files import FILES, INITIATIVES, INTERFACE, kind_of
from register.editing.draft_schema import allow_drafts, list_parts
from register.field_types import VOCABULARY_KEY
from register.model import Bilingual, Initiative, Record
from register.register import Register

# Editors' programs know this version best.
DIALECT = "http://json-schema.org/draft-07/schema#"


def schema_name(file_name: str) -> str:
    """Return the name of the schema of a data file, for instance initiatives.schema.json."""
    return file_name.replace(".yaml", ".schema.json")


def make_editor_schemas(register: Register) -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each data file by the schema's file name."""
    schemas = {schema_name(name): _make_schema(kind_of(name), register) for name in FILES}
    allow_drafts(schemas[schema_name(INITIATIVES)])
    # Which words pages need nobody knows but who wrote those pages: none of them may go.
    schemas[schema_name(INTERFACE)]["required"] = list(register.words)
    return schemas


def _make_schema(kind: Any, register: Register) -> dict[str, Any]:
    schema = TypeAdapter(kind).json_schema(ref_template="#/definitions/{model}")
    schema["definitions"] = schema.pop("$defs", {})
    _tidy(schema)
    # A list or table of records has no fields of its own.
    type_name = kind.__name__ if isinstance(kind, type) and issubclass(kind, Record) else ""
    describe_fields(schema, type_name, register.fields)
    _offer_ids(schema, register)
    _offer_lists(schema, register)
    return {"$schema": DIALECT, **schema}


def describe_fields(
    schema: dict[str, Any], type_name: str, fields: Mapping[str, Bilingual]
) -> None:
    """Give every field in `schema`, which is of the type `type_name`, its text in both languages.

    `fields` holds the texts of data/fields.yaml by type and field; of an entry, by field alone.
    """
    definitions = schema.get("definitions") or schema.get("$defs") or {}
    for name, part in [(type_name, schema), *definitions.items()]:
        prefix = "" if name in ("Initiative", "PublishedInitiative") else f"{name}."
        for field, value in part.get("properties", {}).items():
            if text := fields.get(prefix + field):
                value["description"] = f"{text.fr}\n\n{text.en}"


def _offer_ids(schema: dict[str, Any], register: Register) -> None:
    """Let every field that points into the vocabulary offer the ids there, with their labels."""
    for part in list_parts(schema):
        if table := part.pop(VOCABULARY_KEY, None):
            terms = getattr(register.vocabulary, table)
            form = {key: part.pop(key) for key in ("type", "minLength", "maxLength") if key in part}
            labels = [_label(term) for term in terms.values()]
            part["anyOf"] = [{"enum": list(terms), "enumDescriptions": labels}, form]


def _offer_lists(schema: dict[str, Any], register: Register) -> None:
    """Let an entry offer the dated lists in which it may stand, with their names."""
    entry = schema["definitions"].get(Initiative.__name__)
    if entry is None:
        return
    lists = entry["properties"]["lists"]
    (place,) = lists["patternProperties"].values()
    lists["properties"] = {
        each.id: {**place, "description": f"{each.name.fr}\n\n{each.name.en}"}
        for each in register.editions
    }


def _label(term: Any) -> str:
    """Return the label or name of a `term` of the vocabulary, in both languages."""
    text: Bilingual = term.label if hasattr(term, "label") else term.name
    return f"{text.fr} / {text.en}"


def _tidy(schema: dict[str, Any]) -> None:
    """Take out of `schema` what pydantic adds and an editor's program would show or fill in."""
    for part in list_parts(schema):
        # Names of fields are keys of "properties", whose values are mappings and stay.
        for key in ("title", "description", "default"):
            if not isinstance(part.get(key), dict):
                part.pop(key, None)
        if "patternProperties" in part:
            part["additionalProperties"] = False
