"""What an editor's program lets a draft leave empty, and every entry of what is optional."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from register.model import Initiative

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


def allow_drafts(schema: dict[str, Any]) -> None:
    """Let `schema`, that of the list of entries, accept drafts and optional fields left empty.

    An entry with `draft: true` is held against definitions in which nothing is required.
    """
    entry = Initiative.__name__
    drafts = {
        f"{_DRAFT}{name}": _loosen(deepcopy(part), everything=True)
        for name, part in schema["definitions"].items()
    }
    for part in list_parts(drafts):
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


def list_parts(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every table in the schema `part`, from the outside in; it may be changed by then."""
    if isinstance(part, dict):
        yield part
    if isinstance(part, dict | list):
        for each in list(part.values() if isinstance(part, dict) else part):
            yield from list_parts(each)


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
