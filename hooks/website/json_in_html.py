"""JSON for scripts and for pages."""

import json
from typing import Any


def to_compact_json(value: Any) -> str:
    """Return `value` as JSON without whitespace."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def escape_for_html(text: str) -> str:
    """Return the JSON `text` escaped so that it cannot end a script element or contain markup."""
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
