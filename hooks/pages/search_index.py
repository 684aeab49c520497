"""One search index per language: the register's fields, and what the search plugin read."""

import json
from collections.abc import Mapping
from html import escape

from pages import addresses
from pages.language_site import LanguageSite
from register.model import LANGUAGES, Initiative, Language

Document = dict[str, str]


def list_documents(site: LanguageSite) -> list[Document]:
    """Return what can be found of the register in a language: entries, categories, glossary.

    A document has a `location` relative to the language's folder, a `title` and a `text`, both of
    them HTML, as the theme expects.
    """
    documents = [_entry_document(site, entry) for entry in site.register.initiatives]
    documents += [
        _document(
            site,
            addresses.category(key),
            site.say(category.name),
            [site.say(category.introduction)],
        )
        for key, category in site.register.vocabulary.categories.items()
    ]
    documents += [
        _document(
            site,
            addresses.GLOSSARY,
            term[site.language].short,
            [
                term[site.language].long or "",
                term[site.other].short,
                term[site.other].long or "",
                site.say(term.note) if term.note else "",
            ],
            anchor=term.id,
        )
        for term in site.register.glossary
    ]
    return documents


def _entry_document(site: LanguageSite, entry: Initiative) -> Document:
    bodies = site.register.vocabulary.bodies
    texts = [
        site.say(entry.objective),
        site.say(entry.description),
        *(f"{site.say(part.name)}. {site.say(part.text)}" for part in entry.components),
        site.say(entry.status.text),
        *(site.say(milestone.text) for milestone in entry.milestones),
        *(site.say(bodies[actor.body].name) for actor in entry.actors),
        *(site.say(note) for note in entry.notes),
        entry.name[site.other],
    ]
    return _document(site, addresses.initiative(entry.id), site.title(entry), texts)


def _document(
    site: LanguageSite, path: str, title: str, texts: list[str], anchor: str = ""
) -> Document:
    url = site.links.url(f"{site.language}/{path}").removeprefix(f"{site.language}/")
    return {
        "location": f"{url}#{anchor}" if anchor else url,
        "title": escape(title),
        "text": "".join(f"<p>{escape(text)}</p>" for text in texts if text),
    }


def split_search_index(
    whole: str, documents: Mapping[Language, list[Document]], *, as_script: bool = False
) -> dict[str, str]:
    """Return the JSON text of each language's index by its name below the site's root.

    `whole` is the index that the search plugin wrote, of the hand-written pages in all languages;
    `documents` are added to it. Addresses become relative to the language's folder, which the
    theme takes as its base there. `as_script` makes scripts, which can be loaded from file://,
    where JSON cannot.
    """
    index = json.loads(whole)
    indexes = {}
    for language in LANGUAGES:
        prefix = f"{language}/"
        written = [
            {**document, "location": document["location"].removeprefix(prefix)}
            for document in index["docs"]
            if document["location"].startswith(prefix)
        ]
        part = {
            "config": {**index["config"], "lang": [language]},
            "docs": [*documents[language], *written],
        }
        text = json.dumps(part, ensure_ascii=False, separators=(",", ":"))
        if as_script:
            indexes[f"{prefix}search/search_index.js"] = f"var __index={text}"
        else:
            indexes[f"{prefix}search/search_index.json"] = text
    return indexes
