"""The Markdown source of a generated page taken apart: its front matter and its body."""

import json
import re
from functools import cache
from typing import Any

import yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n+", re.DOTALL)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def split_source(text: str) -> tuple[dict[str, Any], str]:
    """Return the front matter of a page's source as a mapping, and its body, which is HTML."""
    front = _FRONT.match(text)
    if front is None:
        raise ValueError("a generated page begins with its front matter")
    own: dict[str, Any] = {}
    rest = []
    for line in front[1].split("\n"):
        key, _, value = line.partition(": ")
        # What differs from page to page stands in quotes, by the filter `yaml_text`.
        if value.startswith('"'):
            own[key] = json.loads(value)
        else:
            rest.append(line)
    return {**_read("\n".join(rest)), **own}, text[front.end() :]


@cache
def _read(front: str) -> dict[str, Any]:
    """Return what the front matter of many pages has in common: reading it takes longer."""
    return yaml.load(front, _LOADER) or {}
