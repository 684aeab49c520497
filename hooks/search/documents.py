"""The documents of the search index in a language: entries, categories, glossary, pages.

A document has a `url` relative to the language's folder, a `title` and `texts`. Other fields depend
on its kind; assets/js/search/engine.js says how each field is weighted.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from register.model import GlossaryTerm, Initiative
from register.register import Register
from register.vocabulary import Term
from search.word_forms import list_short_forms, make_finder
from website import urls
from website.localized_site import LocalizedSite
from website.text.prose import list_lines
from website.views import has_content, list_views

Document = dict[str, Any]

# Pages that list something, with the keys of their titles; views are in website/views.py.
LIST_PAGES = {
    urls.INITIATIVES: "all-initiatives",
    urls.CATEGORIES: "categories",
    urls.GLOSSARY: "glossary",
    urls.ANOMALIES: "anomalies",
}


def find_acronyms(register: Register) -> dict[str, list[str]]:
    """Return, by the id of each entry, the forms of the acronyms in its name in any language."""
    acronyms = [term for term in register.glossary if term.kind == "acronym"]
    finders = [make_finder(term) for term in acronyms]
    found = {}
    for entry in register.initiatives:
        names = f"{entry.name.fr}\n{entry.name.en}".casefold()
        found[entry.id] = [form for each in finders if each.finds_in(names) for form in each.forms]
    return found


def list_documents(site: LocalizedSite, acronyms: Mapping[str, list[str]]) -> list[Document]:
    """Return the documents generated from the register, entries first, in its order.

    `acronyms` are those that `find_acronyms` found, the same in every language.
    """
    vocabulary = site.register.vocabulary
    tables = {
        name: {key: number for number, key in enumerate(getattr(vocabulary, name))}
        for name in ("phases", "bodies", "families")
    }
    documents = [
        _entry(site, entry, acronyms[entry.id], tables) for entry in site.register.initiatives
    ]
    for key, category in vocabulary.categories.items():
        text = site.say(category.introduction)
        documents.append(_page(site, urls.category(key), site.say(category.name), text))
    for path, word in LIST_PAGES.items():
        if not has_content(site.register, path):
            continue
        documents.append(_page(site, path, site.words(word)))
        if path == urls.GLOSSARY:
            documents += [_term(site, term) for term in site.register.glossary]
    documents.append(_page(site, urls.VIEWS, site.words("views")))
    for path, word in list_views(site.register):
        documents.append(_page(site, path, site.words(word), site.words(f"{word}-card")))
    documents += _values(site)
    return documents


def _entry(
    site: LocalizedSite,
    entry: Initiative,
    acronyms: list[str],
    tables: Mapping[str, Mapping[str, int]],
) -> Document:
    """Return the document of `entry`; `tables` have the place of each id that it refers to."""
    phases, bodies = tables["phases"], tables["bodies"]
    actors = {(actor.role == "lead", bodies[actor.body]): None for actor in entry.actors}
    view = site.view(entry)
    texts = [
        *list_lines(view.description),
        *(f"{part.name}. {part.text}" for part in view.components),
        *list_lines(view.status),
        *(milestone.text for milestone in view.milestones),
    ]
    document = _page(site, view.path, view.title, *texts) | {
        "other": entry.name[site.other],
        "objective": view.objective,
        "category": view.category_number,
        "phases": list(dict.fromkeys(phases[phase.id] for phase in view.phases)),
        "numbers": [place.number for _, place in site.register.places(entry)],
        "leads": [body for is_lead, body in actors if is_lead],
        "bodies": [body for is_lead, body in actors if not is_lead],
        "acronyms": acronyms,
    }
    if entry.qualifier is not None:
        document["name"] = site.say(entry.name)
    if entry.families:
        document["family"] = tables["families"][entry.families[0]]
    return document


def _term(site: LocalizedSite, term: GlossaryTerm) -> Document:
    here, there = term[site.language], term[site.other]
    texts = [here.long, there.long, site.say(term.note) if term.note else None]
    path = site.glossary_paths[term.id]
    document = _page(site, path, here.short, *(text for text in texts if text))
    return document | {
        "url": f"{document['url']}#{term.id}",
        "acronyms": list_short_forms(term),
        "term": True,
    }


def _values(site: LocalizedSite) -> Iterator[Document]:
    """Yield the documents of the values of phase, role and access, explained on the method page."""
    vocabulary = site.register.vocabulary
    tables: dict[str, Mapping[str, Term]] = {
        "phases": vocabulary.phases,
        "roles": vocabulary.roles,
        "access": vocabulary.access_levels,
    }
    for anchor, table in tables.items():
        for value in table.values():
            texts = [site.say(value.note)] if value.note else []
            document = _page(site, urls.METHOD, site.say(value.label), *texts)
            yield document | {"url": f"{document['url']}#{anchor}"}


def _page(site: LocalizedSite, path: str, title: str, *texts: str) -> Document:
    prefix = f"{site.language}/"
    url = site.links.url(f"{prefix}{path}").removeprefix(prefix)
    return {"url": url, "title": title, "texts": list(texts)}


def read_sections(site: LocalizedSite, sections: list[dict[str, str]]) -> list[Document]:
    """Return the documents of the hand-written pages of a language, one per section.

    `sections` come from the search plugin: `location` below the site's root, and `title` and `text`
    as HTML.
    """
    prefix = f"{site.language}/"
    return [
        {
            "url": section["location"].removeprefix(prefix),
            "title": _plain(section["title"]),
            "texts": [text] if (text := _plain(section["text"])) else [],
        }
        for section in sections
        if section["location"].startswith(prefix)
    ]


def _plain(html: str) -> str:
    # A tag ends a word, but striptags would join the words before and after it.
    return Markup(html.replace("<", " <")).striptags()
