"""Every data file, feed and picture of the site, by its name below the site's root."""

import json
from collections.abc import Iterator, Mapping

from pages.language_site import LanguageSite
from publish.document import (
    FOLDER,
    VERSION,
    make_schema,
    publish_initiative,
    publish_register,
)
from publish.entry_scripts import generate_entry_scripts
from publish.feeds import to_atom, to_calendar
from publish.linked_data import MEDIA, make_graph, to_json_ld, to_turtle
from publish.pictures import draw_card, draw_icon
from publish.tables import make_tables
from publish.text_files import COLUMNS, to_csv, to_json, to_json_lines, to_yaml
from publish.workbook import to_xlsx
from register.model import Language

ICON_SIZES = (180, 192, 512)


def generate_files(
    sites: Mapping[Language, LanguageSite], site_url: str
) -> Iterator[tuple[str, str | bytes]]:
    """Yield name and content of each file; `site_url` is the address of the hosted site."""
    site = sites["fr"]
    document = publish_register(site.register, site_url)
    graph = make_graph(document, site_url)
    yield f"{FOLDER}/register.json", to_json(document)
    yield f"{FOLDER}/register.jsonl", to_json_lines(document)
    yield f"{FOLDER}/register.yaml", to_yaml(document)
    yield f"{FOLDER}/register.ttl", to_turtle(graph)
    yield f"{FOLDER}/register.jsonld", to_json_ld(graph)
    yield f"{FOLDER}/schema.json", to_json(make_schema(site_url))
    yield f"{FOLDER}/register.xlsx", to_xlsx(make_tables(document), document.name.en)
    for language, each in sites.items():
        yield f"{FOLDER}/register-{language}.csv", to_csv(each, site_url)
        yield f"{language}/changes.xml", to_atom(each, site_url)
        yield f"{language}/milestones.ics", to_calendar(each, site_url)
        yield from generate_entry_scripts(each, site_url)
        yield from _draw_pictures(each)
    yield f"{FOLDER}/datapackage.json", to_json(describe_package(site))
    for entry in site.register.initiatives:
        published = publish_initiative(entry, site_url)
        forms = {"json": to_json(published), "yaml": to_yaml(published)}
        for language in sites:
            for suffix, text in forms.items():
                yield f"{language}/initiatives/{entry.id}.{suffix}", text
    for size in ICON_SIZES:
        yield f"assets/icons/icon-{size}.png", draw_icon(size)
    yield "data/index.html", site.render("data_index.html", "index", sites=sites)
    yield "site.webmanifest", _make_manifest(site)


def generate_robots(site_url: str) -> str:
    """Return robots.txt, which names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"


def _draw_pictures(site: LanguageSite) -> Iterator[tuple[str, bytes]]:
    name = site.words("site-name")
    folder = f"assets/cards/{site.language}"
    yield f"{folder}/register.png", draw_card(site.say(site.register.publication.name), name, None)
    for key, category in site.register.vocabulary.categories.items():
        number = site.category_number(key)
        yield f"{folder}/{key}.png", draw_card(site.say(category.short), name, number)


def describe_package(site: LanguageSite) -> dict[str, object]:
    """Return the descriptor of the data files, as a Data Package."""
    publication = site.register.publication
    resources: list[dict[str, object]] = []
    for name, media in MEDIA.items():
        stem, _, suffix = name.rpartition(".")
        resource: dict[str, object] = {
            "name": f"{stem}-{suffix}" if suffix != "csv" else stem,
            "path": name,
            "format": suffix,
            "mediatype": media,
        }
        if suffix == "csv":
            resource["profile"] = "tabular-data-resource"
            resource["encoding"] = "utf-8-sig"
            fields = [{"name": column, "type": "string"} for column in COLUMNS]
            resource["schema"] = {"fields": fields, "primaryKey": "id"}
        resources.append(resource)
    return {
        "name": "wco-data-initiatives",
        "title": publication.name.en,
        "description": publication.description.en,
        "version": VERSION,
        "created": f"{publication.as_of}T00:00:00Z",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": publication.text_licence.name,
                "path": publication.text_licence.url,
            }
        ],
        "resources": resources,
    }


def _make_manifest(site: LanguageSite) -> str:
    icons = [
        {"src": f"assets/icons/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
        for size in ICON_SIZES
    ]
    manifest = {
        "name": site.register.publication.name.en,
        "short_name": "WCO data",
        "start_url": ".",
        "display": "browser",
        "background_color": "#fbfaf6",
        "theme_color": "#12354a",
        "icons": icons,
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
