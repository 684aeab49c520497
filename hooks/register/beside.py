"""What the files beside the data know of it: which entries there were, which words pages need."""

import json
import re

_CONFIRMED = re.compile(r"^([a-z0-9-]+)\.", re.MULTILINE)


def find_earlier_ids(translations: str) -> tuple[str, ...]:
    """Return the ids of the entries whose texts data/translations.yaml, of that text, confirms."""
    return tuple(dict.fromkeys(_CONFIRMED.findall(translations)))


def find_needed_words(schema: str) -> tuple[str, ...]:
    """Return the words that the `schema` of data/interface.yaml requires; none if it is broken."""
    try:
        required = json.loads(schema or "{}").get("required", [])
    except (ValueError, AttributeError):
        return ()
    return tuple(each for each in required if isinstance(each, str))
