"""Every data file, feed and picture of the site, by its name below the site's root."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path

from exports.data_package import describe_package
from exports.feeds.calendar import to_calendar
from exports.feeds.feed import to_atom
from exports.json_files import to_json, to_json_lines, to_yaml
from exports.linked_data.graph import to_json_ld, to_turtle
from exports.published_register import (
    PublishedInitiative,
    PublishedRegister,
    make_schema,
    publish_initiative,
    publish_register,
)
from exports.share_images import draw_card, draw_icon, draw_maskable_icon, draw_once
from exports.tables.csv_file import to_csv
from exports.tables.flat_tables import make_tables
from exports.tables.workbook import to_xlsx
from exports.web_manifest import ICON_SIZES, MASKABLE_SIZE, name_icon, to_manifest
from register.model import LANGUAGES, Initiative, Language
from register.register import Register
from website.artifact import Artifact, Content
from website.data_files import FOLDER
from website.localized_site import LocalizedSite


def list_files(
    sites: Mapping[Language, LocalizedSite], site_url: str, cache_folder: Path | None = None
) -> Iterator[Artifact]:
    """Yield every file; `site_url` is the address of the hosted site.

    Pictures are kept in `cache_folder` from build to build, if there is one.
    """
    site = sites["fr"]
    for path, render in _list_register_files(site, site_url):
        yield Artifact(path=f"{FOLDER}/{path}", render=render)
    # At its former address, for what was installed from there.
    yield Artifact(path="site.webmanifest", render=partial(to_manifest, site, "./"))
    for language, each in sites.items():
        for path, make in (
            (f"{FOLDER}/register-{language}.csv", to_csv),
            (f"{language}/changes.xml", to_atom),
        ):
            yield Artifact(path=path, render=partial(make, each, site_url))
        # One process is enough to load what they are made with.
        calendar = partial(to_calendar, each, site_url)
        yield Artifact(path=f"{language}/milestones.ics", render=calendar, group="calendars")
        yield Artifact(path=f"{language}/site.webmanifest", render=partial(to_manifest, each))
        yield from _list_cards(each, cache_folder)
    yield from _list_icons(cache_folder)
    for entry in site.register.initiatives:
        yield from _list_entry_files(site.register, entry, site_url)


def _list_icons(cache_folder: Path | None) -> Iterator[Artifact]:
    for size in ICON_SIZES:
        icon = partial(draw_once, cache_folder, draw_icon, size)
        yield Artifact(path=name_icon(size), render=icon)
    icon = partial(draw_once, cache_folder, draw_maskable_icon, MASKABLE_SIZE)
    yield Artifact(path=name_icon(MASKABLE_SIZE, maskable=True), render=icon)


def _list_register_files(
    site: LocalizedSite, site_url: str
) -> Iterator[tuple[str, Callable[[], Content]]]:
    """Yield the name and the renderer of each file of the whole register."""

    @cache
    def document() -> PublishedRegister:
        return publish_register(site.register, site_url)

    yield "register.json", lambda: to_json(document())
    yield "register.jsonl", lambda: to_json_lines(document())
    yield "register.yaml", lambda: to_yaml(document())
    yield "register.ttl", lambda: to_turtle(site.register, site_url)
    yield "register.jsonld", lambda: to_json_ld(site.register, site_url)
    yield "schema.json", lambda: to_json(make_schema(site_url, site.register.fields))
    yield "register.xlsx", lambda: to_xlsx(make_tables(document()), document().name.en)
    yield "datapackage.json", lambda: to_json(describe_package(site))


class _EntryData:
    """The data of an entry, rendered once: both languages publish the same."""

    def __init__(self, register: Register, entry: Initiative, site_url: str) -> None:
        self.register = register
        self.entry = entry
        self.site_url = site_url

    @cached_property
    def published(self) -> PublishedInitiative:
        return publish_initiative(self.register, self.entry, self.site_url)

    @cached_property
    def json(self) -> str:
        return to_json(self.published)

    @cached_property
    def yaml(self) -> str:
        return to_yaml(self.published)


def _list_entry_files(register: Register, entry: Initiative, site_url: str) -> Iterator[Artifact]:
    data = _EntryData(register, entry, site_url)
    for language in LANGUAGES:
        for suffix in ("json", "yaml"):
            yield Artifact(
                path=f"{language}/initiatives/{entry.id}.{suffix}",
                render=partial(getattr, data, suffix),
                group=entry.id,
            )


def _list_cards(site: LocalizedSite, cache_folder: Path | None) -> Iterator[Artifact]:
    name = site.words("site-name")
    cards: dict[str, tuple[str, int | None]] = {
        "register": (site.say(site.register.publication.name), None)
    }
    for key, category in site.register.vocabulary.categories.items():
        cards[key] = (site.say(category.short), site.category_number(key))
    for key, (title, number) in cards.items():
        yield Artifact(
            path=f"assets/cards/{site.language}/{key}.png",
            render=partial(draw_once, cache_folder, draw_card, title, name, number),
        )
