"""What an editor's program lets a draft leave empty, and every entry of what is optional."""

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
        f"{_DRAFT}{name}": _loosen(_point_at_drafts(deepcopy(part)), everything=True)
        for name, part in schema["definitions"].items()
    }
    for part in schema["definitions"].values():
        _loosen(part, everything=False)
    schema["definitions"] |= {**drafts, _EMPTY: _NOTHING}
    schema["items"] = {
        "if": {"properties": {"draft": {"const": True}}, "required": ["draft"]},
        "then": {"$ref": f"#/definitions/{_DRAFT}{entry}"},
        "else": {"$ref": f"#/definitions/{entry}"},
    }


def _point_at_drafts(part: Any) -> Any:
    if isinstance(part, list):
        return [_point_at_drafts(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {
        key: value.replace("definitions/", f"definitions/{_DRAFT}")
        if key == "$ref"
        else _point_at_drafts(value)
        for key, value in part.items()
    }


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
