"""The structured data of a page (JSON-LD with schema.org terms)."""

import json
from typing import Any

from markupsafe import Markup

from register.model import Initiative
from website import urls
from website.data_files import FOLDER, MEDIA
from website.frame.navigation import MenuItems
from website.json_in_html import escape_for_html
from website.localized_site import LocalizedSite

CONTEXT = "https://schema.org"


def describe_page(
    site: LocalizedSite, path: str, title: str, breadcrumbs: MenuItems, site_url: str
) -> Markup:
    """Return the schema.org data of the page at `path` as safe JSON, none without a `site_url`."""
    root = site_url.rstrip("/")
    nodes: list[dict[str, Any]] = []
    if entry_id := site.entry_id_of(path):
        nodes.append(_describe_entry(site, site.register.by_id[entry_id], root))
    elif path == urls.HOME:
        nodes += [_describe_dataset(site, root), _describe_catalog(site, root)]
    if breadcrumbs:
        nodes.append(_describe_breadcrumbs(site, path, title, breadcrumbs, root))
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False)
    return Markup(escape_for_html(text)) if root and nodes else Markup()


def _describe_entry(site: LocalizedSite, entry: Initiative, root: str) -> dict[str, Any]:
    publication, view = site.register.publication, site.view(entry)
    return {
        "@type": "CreativeWork",
        "@id": f"{root}/#initiative-{entry.id}",
        "identifier": entry.id,
        "name": view.title,
        "abstract": view.objective,
        "url": urls.hosted(root, site.language, urls.initiative(entry.id)),
        "inLanguage": site.language,
        "isPartOf": {"@id": f"{root}/#register"},
        "about": site.say(site.category(entry).name),
        "creativeWorkStatus": view.phases[0].label,
        "license": publication.text_licence.url,
        "dateModified": publication.as_of,
    }


def _describe_dataset(site: LocalizedSite, root: str) -> dict[str, Any]:
    publication = site.register.publication
    return {
        "@type": "Dataset",
        "@id": f"{root}/#register",
        "name": site.say(publication.name),
        "description": site.say(publication.description),
        "url": urls.hosted(root, site.language, urls.HOME),
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


def _describe_catalog(site: LocalizedSite, root: str) -> dict[str, Any]:
    return {
        "@type": "DataCatalog",
        "@id": f"{root}/#catalog",
        "name": site.words("site-name"),
        "url": urls.hosted(root, site.language, urls.HOME),
        "dataset": {"@id": f"{root}/#register"},
    }


def _describe_breadcrumbs(
    site: LocalizedSite, path: str, title: str, breadcrumbs: MenuItems, root: str
) -> dict[str, Any]:
    steps = [(item.title, urls.hosted(root, site.language, item.path)) for item in breadcrumbs]
    steps.append((title, urls.hosted(root, site.language, path)))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(steps, start=1)
        ],
    }


def picture_url(site: LocalizedSite, path: str, site_url: str) -> str:
    """Return the URL of the picture that represents the page at `path`."""
    name = path.partition("/")[2]
    if entry_id := site.entry_id_of(path):
        name = site.register.by_id[entry_id].category
    known = name in site.register.vocabulary.categories
    folder = f"{site_url.rstrip('/')}/assets/cards/{site.language}"
    return f"{folder}/{name if known else 'register'}.png"
