"""What the source states and what it does not, by field and category."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from website.entries.entry_tile import EntryTile


class Share(Struct, frozen=True, kw_only=True):
    """A category, by its number from 1: its entries, each with whether it states the field."""

    category: int
    entries: tuple[tuple[EntryTile, bool], ...]

    @property
    def count(self) -> int:
        """The number of entries."""
        return len(self.entries)

    @property
    def stated(self) -> int:
        """The number of entries that state the field."""
        return sum(is_stated for _, is_stated in self.entries)


class Strip(Struct, frozen=True, kw_only=True):
    """A field with its share in each category."""

    key: str
    label: str
    shares: tuple[Share, ...]

    @property
    def stated(self) -> int:
        """The number of entries that state the field."""
        return sum(share.stated for share in self.shares)

    @property
    def unstated(self) -> int:
        """The number of entries that do not."""
        return sum(share.count for share in self.shares) - self.stated


def count_stated(
    tiles: Sequence[EntryTile],
    fields: Mapping[str, Sequence[bool]],
    labels: Mapping[str, str],
    categories: int,
) -> list[Strip]:
    """Return a strip per field, with a share for each of so many `categories`.

    `fields` says, for each of `tiles`, whether the field is stated; `labels` names the fields.
    """
    return [
        Strip(
            key=key,
            label=labels[key],
            shares=tuple(
                Share(
                    category=number,
                    entries=tuple(
                        (tile, is_stated)
                        for tile, is_stated in zip(tiles, stated, strict=True)
                        if tile.category == number
                    ),
                )
                for number in range(1, categories + 1)
            ),
        )
        for key, stated in fields.items()
    ]
