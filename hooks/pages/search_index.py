"""One search index per language out of the one that the search plugin writes."""

import json

from register.model import LANGUAGES


def split_search_index(whole: str) -> dict[str, str]:
    """Return the JSON text of each language's index by its name below the site's root.

    Addresses become relative to the language's folder, which the theme takes as its base there.
    """
    index = json.loads(whole)
    indexes = {}
    for language in LANGUAGES:
        prefix = f"{language}/"
        documents = [
            {**document, "location": document["location"].removeprefix(prefix)}
            for document in index["docs"]
            if document["location"].startswith(prefix)
        ]
        part = {"config": {**index["config"], "lang": [language]}, "docs": documents}
        indexes[f"{prefix}search/search_index.json"] = json.dumps(
            part, ensure_ascii=False, separators=(",", ":")
        )
    return indexes
