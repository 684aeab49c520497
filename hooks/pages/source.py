"""The Markdown source of a generated page taken apart: its front matter and its body."""

import re
from typing import Any

import yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n+", re.DOTALL)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split_source(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter of a page's source as a mapping, and its body, which is HTML."""
    front = _FRONT.match(text)
    if front is None:
        raise ValueError("a generated page begins with its front matter")
    return yaml.load(front[1], _LOADER), text[front.end() :]
