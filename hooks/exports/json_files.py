"""The register as JSON, JSON Lines and YAML."""

from typing import Any

from pydantic_core import to_json as to_json_bytes

from exports.published_register import PublishedInitiative, PublishedRegister
from exports.yaml_text import write_yaml
from register.model import Record


def to_json(value: Record | dict[str, Any]) -> str:
    """Return `value` as JSON that people can read, too."""
    return to_json_bytes(value, indent=2).decode("utf-8") + "\n"


def to_json_lines(document: PublishedRegister) -> str:
    """Return one entry per line."""
    return "".join(f"{entry.model_dump_json()}\n" for entry in document.initiatives)


def to_yaml(value: PublishedRegister | PublishedInitiative) -> str:
    """Return `value` as YAML."""
    return write_yaml(value.model_dump(mode="json"))
