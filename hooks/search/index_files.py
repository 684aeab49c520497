"""The files of the search: the index that the theme requests, and the documents per language."""

import json
from collections.abc import Mapping
from typing import Any

from register.model import Language
from search.documents import find_acronyms, list_documents, read_sections
from search.word_forms import list_acronyms, list_groups
from website.json_in_html import to_compact_json
from website.localized_site import LocalizedSite

# The theme's script loads this with every page, so it is as small as possible: our worker loads the
# documents when they are needed.
_THEME_CONFIG = {"separator": r"\s+", "pipeline": [], "fields": {}}
_WORDS = (
    "search-number",
    "search-actors",
    "search-first",
    "search-none",
    "search-spelling",
    "search-other-language",
    "search-other-count",
    "search-other-count-one",
)


def make_search_files(
    whole: str, sites: Mapping[Language, LocalizedSite], *, as_script: bool = False
) -> dict[str, str]:
    """Return the text of the search's files by their names below the site's root.

    `whole` is the index that the search plugin wrote, of the hand-written pages in all languages.
    `as_script` is for file://, where the theme cannot load JSON. The documents are always a script,
    so that hosted and offline editions search the same bytes.
    """
    sections = json.loads(whole)["docs"]
    acronyms = find_acronyms(next(iter(sites.values())).register)
    files = {}
    for language, site in sites.items():
        config = {"lang": [language], "failed": site.words("search-failed"), **_THEME_CONFIG}
        start = to_compact_json({"config": config, "docs": []})
        name, text = ("js", f"var __index={start}") if as_script else ("json", start)
        files[f"{language}/search/search_index.{name}"] = text
        documents = to_compact_json(describe_search(site, sections, acronyms))
        files[f"{language}/search/documents.js"] = f"receiveDocuments({documents});\n"
    return files


def describe_language(site: LocalizedSite) -> dict[str, Any]:
    """Return what a search knows of a language: its words of no weight, spellings and synonyms."""
    search = site.register.search
    return {
        "language": site.language,
        "stop": " ".join(search.stop_words[site.language]),
        "spellings": search.spellings,
        "acronyms": list_acronyms(site),
        "synonyms": list_groups(site),
    }


def describe_search(
    site: LocalizedSite, sections: list[dict[str, str]], acronyms: Mapping[str, list[str]]
) -> dict[str, Any]:
    """Return all that the worker needs to search a language.

    `sections` and `acronyms` are as `read_sections` and `list_documents` take them.
    """
    vocabulary = site.register.vocabulary
    return {
        **describe_language(site),
        "other": site.other,
        "categories": site.category_names,
        "phases": [site.say(phase.label) for phase in vocabulary.phases.values()],
        "phase_styles": [vocabulary.phase_style(phase) for phase in vocabulary.phases],
        "bodies": [site.body_long(body) for body in vocabulary.bodies.values()],
        "words": site.words.pick(_WORDS),
        "documents": [*list_documents(site, acronyms), *read_sections(site, sections)],
    }
