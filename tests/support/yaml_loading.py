"""YAML read by libyaml: PyYAML's own parser takes ten times as long for the real data."""

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str | bytes) -> Any:
    """Return the one document in `text`, of plain types only. Raises `yaml.YAMLError`."""
    return yaml.load(text, Loader=_LOADER)
