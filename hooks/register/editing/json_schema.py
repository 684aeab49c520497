"""JSON Schemas of the data files, by which an editor's program completes and explains fields.

Generated from the model; the texts are those of data/fields.yaml. They help while typing: what is
right, `python hooks check` reports. An id of the vocabulary is offered, but an id that is not in it
yet is let pass, so that a new one can be used before the schemas are written again. So is what a
draft, or an optional field of any entry, leaves empty.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from pydantic import TypeAdapter

from register.data_files import FILES, INITIATIVES, INTERFACE, kind_of
from register.field_types import VOCABULARY_KEY
from register.model import Bilingual, Initiative, Record
from register.register import Register

# Editors' programs know this version best.
DIALECT = "http://json-schema.org/draft-07/schema#"
# Nothing at all: the check takes such a field as one that is not there.
_EMPTY = "Empty"
_DRAFT = "Draft"
_REFERENCE = {"$ref": f"#/definitions/{_EMPTY}"}
_NOTHING = {
    "anyOf": [
        {"type": "null"},
        {"type": "string", "pattern": r"^\s*$"},
        {"type": "array", "items": _REFERENCE},
        {"type": "object", "additionalProperties": _REFERENCE},
    ]
}


def schema_name(file_name: str) -> str:
    """Return the name of the schema of a data file, for instance initiatives.schema.json."""
    return file_name.replace(".yaml", ".schema.json")


def make_editor_schemas(register: Register) -> dict[str, dict[str, Any]]:
    """Return the JSON Schema of each data file by the schema's file name."""
    schemas = {schema_name(name): _make_schema(kind_of(name), register) for name in FILES}
    _allow_drafts(schemas[schema_name(INITIATIVES)])
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
    for part in _list_parts(schema):
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
    for part in _list_parts(schema):
        # Names of fields are keys of "properties", whose values are mappings and stay.
        for key in ("title", "description", "default"):
            if not isinstance(part.get(key), dict):
                part.pop(key, None)
        if "patternProperties" in part:
            part["additionalProperties"] = False


def _allow_drafts(schema: dict[str, Any]) -> None:
    """Let `schema`, that of the list of entries, accept drafts and optional fields left empty.

    An entry with `draft: true` is held against definitions in which nothing is required.
    """
    entry = Initiative.__name__
    drafts = {
        f"{_DRAFT}{name}": _loosen(deepcopy(part), everything=True)
        for name, part in schema["definitions"].items()
    }
    for part in _list_parts(drafts):
        if "$ref" in part and part != _REFERENCE:
            part["$ref"] = part["$ref"].replace("definitions/", f"definitions/{_DRAFT}")
    for part in schema["definitions"].values():
        _loosen(part, everything=False)
    schema["definitions"] |= {**drafts, _EMPTY: _NOTHING}
    schema["items"] = {
        "if": {"properties": {"draft": {"const": True}}, "required": ["draft"]},
        "then": {"$ref": f"#/definitions/{_DRAFT}{entry}"},
        "else": {"$ref": f"#/definitions/{entry}"},
    }


def _list_parts(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every table in the schema `part`, from the outside in; it may be changed by then."""
    if isinstance(part, dict):
        yield part
    if isinstance(part, dict | list):
        for each in list(part.values() if isinstance(part, dict) else part):
            yield from _list_parts(each)


def _loosen(definition: dict[str, Any], *, everything: bool) -> dict[str, Any]:
    """Return `definition`, changed to let optional fields be empty, or `everything` but the id."""
    required = definition.get("required", [])
    kept = [name for name in required if name == "id"] if everything else required
    definition["required"] = kept
    for name, field in definition["properties"].items():
        if name not in kept and name != "draft":
            definition["properties"][name] = _or_empty(field)
    return definition


def _or_empty(field: dict[str, Any]) -> dict[str, Any]:
    described = {"description": field.pop("description")} if "description" in field else {}
    offered = field["anyOf"] if set(field) == {"anyOf"} else [field]
    return {**described, "anyOf": [*offered, _REFERENCE]}
