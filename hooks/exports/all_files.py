"""Every data file, feed and picture of the site, by its name below the site's root."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path

from exports.feeds import to_atom, to_calendar
from exports.flat_tables import make_tables
from exports.linked_data import to_json_ld, to_turtle
from exports.published_register import (
    PublishedInitiative,
    PublishedRegister,
    make_schema,
    publish_initiative,
    publish_register,
)
from exports.share_images import draw_card, draw_icon, draw_once
from exports.text_files import to_csv, to_json, to_json_lines, to_yaml
from exports.workbook import to_xlsx
from register.model import LANGUAGES, Initiative, Language
from website.data_files import FOLDER, MEDIA, VERSION
from website.localized_site import LocalizedSite
from website.table_cells import COLUMNS

Maker = Callable[[], str | bytes]

ICON_SIZES = (180, 192, 512)


def list_files(
    sites: Mapping[Language, LocalizedSite], site_url: str, cache_folder: Path | None = None
) -> dict[str, Maker]:
    """Return what makes each file, by its name; `site_url` is the address of the hosted site.

    Pictures are kept in `cache_folder` from build to build, if there is one.
    """
    site = sites["fr"]

    @cache
    def document() -> PublishedRegister:
        return publish_register(site.register, site_url)

    files: dict[str, Maker] = {
        f"{FOLDER}/register.json": lambda: to_json(document()),
        f"{FOLDER}/register.jsonl": lambda: to_json_lines(document()),
        f"{FOLDER}/register.yaml": lambda: to_yaml(document()),
        f"{FOLDER}/register.ttl": lambda: to_turtle(document(), site_url),
        f"{FOLDER}/register.jsonld": lambda: to_json_ld(document(), site_url),
        f"{FOLDER}/schema.json": lambda: to_json(make_schema(site_url, site.register.fields)),
        f"{FOLDER}/register.xlsx": lambda: to_xlsx(make_tables(document()), document().name.en),
        f"{FOLDER}/datapackage.json": lambda: to_json(describe_package(site)),
        "data/index.html": partial(site.render, "data_index.html", "index", sites=sites),
        "site.webmanifest": partial(_make_manifest, site),
    }
    for language, each in sites.items():
        files[f"{FOLDER}/register-{language}.csv"] = partial(to_csv, each, site_url)
        files[f"{language}/changes.xml"] = partial(to_atom, each, site_url)
        files[f"{language}/milestones.ics"] = partial(to_calendar, each, site_url)
        files |= _list_cards(each, cache_folder)
    for size in ICON_SIZES:
        icon = partial(draw_once, cache_folder, draw_icon, size)
        files[f"assets/icons/icon-{size}.png"] = icon
    for entry in site.register.initiatives:
        files.update(_list_entry_files(entry, site_url))
    return files


class _EntryData:
    """The data of an entry, made once: the same stands beside the page of each language."""

    def __init__(self, entry: Initiative, site_url: str) -> None:
        self.entry = entry
        self.site_url = site_url

    @cached_property
    def published(self) -> PublishedInitiative:
        return publish_initiative(self.entry, self.site_url)

    @cached_property
    def json(self) -> str:
        return to_json(self.published)

    @cached_property
    def yaml(self) -> str:
        return to_yaml(self.published)


def _list_entry_files(entry: Initiative, site_url: str) -> Iterator[tuple[str, Maker]]:
    data = _EntryData(entry, site_url)
    forms = {suffix: partial(getattr, data, suffix) for suffix in ("json", "yaml")}
    for language in LANGUAGES:
        for suffix, make in forms.items():
            yield f"{language}/initiatives/{entry.id}.{suffix}", make


def generate_robots(site_url: str) -> str:
    """Return robots.txt, which names the sitemap."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url.rstrip('/')}/sitemap.xml\n"


def _list_cards(site: LocalizedSite, cache_folder: Path | None) -> dict[str, Maker]:
    name = site.words("site-name")
    folder = f"assets/cards/{site.language}"
    draw = partial(draw_once, cache_folder, draw_card)
    whole = site.say(site.register.publication.name)
    cards: dict[str, Maker] = {f"{folder}/register.png": partial(draw, whole, name, None)}
    for key, category in site.register.vocabulary.categories.items():
        title = site.say(category.short)
        cards[f"{folder}/{key}.png"] = partial(draw, title, name, site.category_number(key))
    return cards


def describe_package(site: LocalizedSite) -> dict[str, object]:
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


def _make_manifest(site: LocalizedSite) -> str:
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
