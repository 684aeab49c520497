"""A group of related entries, localized."""

from msgspec import Struct

from website.entries.entry_tile import EntryTile


class FamilyRow(Struct, frozen=True, kw_only=True):
    """A family of entries."""

    name: str
    note: str
    members: tuple[EntryTile, ...]


class RelationRow(Struct, frozen=True, kw_only=True):
    """A relation: "`source` `kind` `target`"."""

    source: EntryTile
    kind: str
    target: EntryTile
    note: str


class RelatedGroup(Struct, frozen=True, kw_only=True):
    """Entries that families and relations connect, directly or through other entries."""

    anchor: str
    title: str
    tiles: tuple[EntryTile, ...]
    families: tuple[FamilyRow, ...]
    relations: tuple[RelationRow, ...]

    @property
    def categories(self) -> tuple[int, ...]:
        """The numbers of the categories of its entries."""
        return tuple(sorted({tile.category for tile in self.tiles}))
