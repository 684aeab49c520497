"""A group of related entries, localized."""

from dataclasses import dataclass

from website.entries.entry_tile import EntryTile


@dataclass(frozen=True, kw_only=True)
class FamilyRow:
    """A family of entries."""

    name: str
    note: str
    members: tuple[EntryTile, ...]


@dataclass(frozen=True, kw_only=True)
class RelationRow:
    """A relation: "`source` `kind` `target`"."""

    source: EntryTile
    kind: str
    target: EntryTile
    note: str


@dataclass(frozen=True, kw_only=True)
class RelatedGroup:
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
