"""JSON for scripts and for pages."""

import json
from typing import Any


def to_compact_json(value: Any) -> str:
    """Return `value` as JSON without a space to spare."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def escape_for_html(text: str) -> str:
    """Return the JSON `text` so that it cannot end a script element, nor begin anything in it."""
    return text.replace("<", "\\u003c").replace("&", "\\u0026")
