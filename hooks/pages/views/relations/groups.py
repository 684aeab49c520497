"""A group of entries that hang together, in the words of a language."""

from dataclasses import dataclass

from website.entry_tile import EntryTile


@dataclass(frozen=True, kw_only=True)
class Kin:
    """A family of entries."""

    name: str
    note: str
    members: tuple[EntryTile, ...]


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """A relation: "`source` `kind` `target`"."""

    source: EntryTile
    kind: str
    target: EntryTile
    note: str


@dataclass(frozen=True, kw_only=True)
class TieGroup:
    """Entries that families and relations join."""

    anchor: str
    title: str
    tiles: tuple[EntryTile, ...]
    kin: tuple[Kin, ...]
    arrows: tuple[Arrow, ...]

    @property
    def categories(self) -> tuple[int, ...]:
        """The numbers of the categories of its entries."""
        return tuple(sorted({tile.category for tile in self.tiles}))
