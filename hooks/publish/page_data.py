"""What a page says of itself to machines, in the words of schema.org."""

import json
from typing import Any

from pages import addresses
from pages.frame import MenuItem
from pages.json_text import escape_for_html
from pages.language_site import LanguageSite
from publish.document import FOLDER
from publish.linked_data import MEDIA
from register.model import Initiative

CONTEXT = "https://schema.org"


def describe_page(
    site: LanguageSite, path: str, title: str, trail: tuple[MenuItem, ...], site_url: str
) -> str:
    """Return the schema.org data of the page at `path`, as JSON that is safe within HTML."""
    root = site_url.rstrip("/")
    nodes: list[dict[str, Any]] = []
    entry = site.register.by_id.get(path.removeprefix("initiatives/"))
    if entry is not None and path == addresses.initiative(entry.id):
        nodes.append(_describe_entry(site, entry, root))
    elif path == addresses.HOME:
        nodes += [_describe_dataset(site, root), _describe_catalog(site, root)]
    if trail:
        nodes.append(_describe_trail(site, path, title, trail, root))
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False)
    return escape_for_html(text) if nodes else ""


def _describe_entry(site: LanguageSite, entry: Initiative, root: str) -> dict[str, Any]:
    publication = site.register.publication
    return {
        "@type": "CreativeWork",
        "@id": f"{root}/#initiative-{entry.id}",
        "identifier": entry.id,
        "name": site.title(entry),
        "abstract": site.say(entry.objective),
        "url": addresses.hosted(root, site.language, addresses.initiative(entry.id)),
        "inLanguage": site.language,
        "isPartOf": {"@id": f"{root}/#register"},
        "about": site.say(site.category(entry).name),
        "creativeWorkStatus": site.say(site.register.vocabulary.phases[entry.status.phase].label),
        "license": publication.text_licence.url,
        "dateModified": publication.as_of,
    }


def _describe_dataset(site: LanguageSite, root: str) -> dict[str, Any]:
    publication = site.register.publication
    return {
        "@type": "Dataset",
        "@id": f"{root}/#register",
        "name": site.say(publication.name),
        "description": site.say(publication.description),
        "url": addresses.hosted(root, site.language, addresses.HOME),
        "inLanguage": ["fr", "en"],
        "license": publication.text_licence.url,
        "dateModified": publication.as_of,
        "includedInDataCatalog": {"@id": f"{root}/#catalog"},
        "creator": {"@type": "Organization", "name": site.say(publication.name)},
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{root}/{FOLDER}/{name}",
                "encodingFormat": media,
            }
            for name, media in MEDIA.items()
        ],
    }


def _describe_catalog(site: LanguageSite, root: str) -> dict[str, Any]:
    return {
        "@type": "DataCatalog",
        "@id": f"{root}/#catalog",
        "name": site.words("site-name"),
        "url": addresses.hosted(root, site.language, addresses.HOME),
        "dataset": {"@id": f"{root}/#register"},
    }


def _describe_trail(
    site: LanguageSite, path: str, title: str, trail: tuple[MenuItem, ...], root: str
) -> dict[str, Any]:
    steps = [(item.title, addresses.hosted(root, site.language, item.path)) for item in trail]
    steps.append((title, addresses.hosted(root, site.language, path)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }


def picture_url(site: LanguageSite, path: str, site_url: str) -> str:
    """Return the address of the picture that stands for the page at `path`."""
    folder, _, name = path.partition("/")
    entry = site.register.by_id.get(name) if folder == "initiatives" else None
    if entry is not None:
        name = entry.category
    known = name in site.register.vocabulary.categories
    folder = f"{site_url.rstrip('/')}/assets/cards/{site.language}"
    return f"{folder}/{name if known else 'register'}.png"
