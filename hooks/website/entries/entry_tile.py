"""An entry as a small tile: its number in the colour of its category, linked to its page."""

from msgspec import Struct

from register.model import Initiative
from website.localized_site import LocalizedSite


class EntryTile(Struct, frozen=True, kw_only=True):
    """The smallest localized form of an entry."""

    id: str
    # In the newest list; a dash for an entry that this does not have, or does not have yet.
    number: int | str
    # With a mark where the entry is no longer listed.
    title: str
    # Relative to the page that shows the tile.
    link: str
    # From 1, in the order of the vocabulary.
    category: int
    category_name: str


def make_tile(site: LocalizedSite, path: str, entry: Initiative) -> EntryTile:
    """Return the tile of `entry` for the page at `path`."""
    view = site.view(entry)
    return EntryTile(
        id=view.id,
        number=view.number or "–",
        title=view.marked_title,
        link=site.link(path, view.path),
        category=view.category_number,
        category_name=view.category_short,
    )


def make_tiles(site: LocalizedSite, path: str) -> dict[str, EntryTile]:
    """Return the tiles of all entries by id, for a page that shows most of them."""
    return {entry.id: make_tile(site, path, entry) for entry in site.register.initiatives}
