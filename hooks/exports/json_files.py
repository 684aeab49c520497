"""The register as JSON, JSON Lines and YAML."""

from typing import Any

import yaml
from pydantic_core import to_json as to_json_bytes

from exports.published_register import PublishedInitiative, PublishedRegister
from register.model import Record

_WIDTH = 100


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes a text as often as it is there, never a reference to it."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def to_json(value: Record | dict[str, Any]) -> str:
    """Return `value` as JSON that people can read, too."""
    return to_json_bytes(value, indent=2).decode("utf-8") + "\n"


def to_json_lines(document: PublishedRegister) -> str:
    """Return one entry per line."""
    return "".join(f"{entry.model_dump_json()}\n" for entry in document.initiatives)


def to_yaml(value: PublishedRegister | PublishedInitiative) -> str:
    """Return `value` as YAML."""
    plain = value.model_dump(mode="json")
    return str(yaml.dump(plain, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH))
