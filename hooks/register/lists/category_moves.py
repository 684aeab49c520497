"""What each dated list moved from one category to another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from register.lists.editions import sort_editions
from register.model import Edition, Initiative


class CategoryMove(Struct, frozen=True, kw_only=True):
    """An entry that the list `edition` moved: the ids of its category `before` and `after` that."""

    edition: Edition
    entry: Initiative
    before: str
    after: str


def trace_moves(entry: Initiative, editions: Iterable[Edition]) -> Iterator[CategoryMove]:
    """Yield how `editions` moved `entry`, the newest first.

    It has its present category since the newest list that moved it; what that list moved it from
    is where the list before had moved it to.
    """
    after = entry.category
    for edition in sort_editions(each for each in editions if entry.id in each.moved):
        before = edition.moved[entry.id]
        yield CategoryMove(edition=edition, entry=entry, before=before, after=after)
        after = before


def list_category_moves(
    initiatives: Iterable[Initiative], editions: Sequence[Edition]
) -> Mapping[str, list[CategoryMove]]:
    """Return what each of `editions` moved of the `initiatives`, in their order, by its id."""
    found: dict[str, list[CategoryMove]] = {edition.id: [] for edition in editions}
    for entry in initiatives:
        for move in trace_moves(entry, editions):
            found[move.edition.id].append(move)
    return found
