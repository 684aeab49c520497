"""An entry as a small tile: its number in the colour of its category, and where it leads."""

from dataclasses import dataclass

from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite


@dataclass(frozen=True, kw_only=True)
class EntryTile:
    """An entry at its smallest, in the words of a language."""

    id: str
    number: int | None
    title: str
    link: str
    category: int
    category_name: str


def make_tile(site: LocalizedSite, path: str, entry: Initiative) -> EntryTile:
    """Return the tile of `entry` for the page at `path`."""
    return EntryTile(
        id=entry.id,
        number=site.number(entry),
        title=site.title(entry),
        link=site.link(path, urls.initiative(entry.id)),
        category=site.category_number(entry.category),
        category_name=site.say(site.category(entry).short),
    )


def make_tiles(site: LocalizedSite, path: str) -> dict[str, EntryTile]:
    """Return the tiles of all entries by id, for a page that shows most of them."""
    return {entry.id: make_tile(site, path, entry) for entry in site.register.initiatives}
