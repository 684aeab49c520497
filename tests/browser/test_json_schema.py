"""The schemas in the validator that editors' programs use."""

import json
from typing import Any

from playwright.sync_api import Page

from register import field_types
from register.data_files import FILES
from register.editing.json_schema import schema_name
from support.build import ROOT

DATA = ROOT / "data"


def read_schema(name: str) -> Any:
    return json.loads((DATA / "schema" / schema_name(name)).read_text(encoding="utf-8"))


def list_patterns(part: Any) -> set[str]:
    if isinstance(part, list):
        return set().union(*map(list_patterns, part))
    if not isinstance(part, dict):
        return set()
    found = set(part.get("patternProperties", ()))
    if isinstance(part.get("pattern"), str):
        found.add(part["pattern"])
    return found.union(*map(list_patterns, part.values()))


def test_a_strict_validator_in_javascript_can_read_every_pattern(page: Page) -> None:
    patterns = sorted(set().union(*(list_patterns(read_schema(name)) for name in FILES)))
    assert field_types.SLUG_PATTERN in patterns and field_types.URL_PATTERN in patterns
    # ajv and others compile patterns with this flag and refuse the schema if that fails.
    refused = page.evaluate(
        """patterns => patterns.filter(pattern => {
          try { new RegExp(pattern, "u"); return false; } catch { return true; }
        })""",
        patterns,
    )
    assert refused == []
