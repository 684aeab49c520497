"""What each dated list moved from one category to another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from register.lists.editions import sort_editions
from register.model import Edition, Initiative


@dataclass(frozen=True, kw_only=True)
class CategoryMove:
    """An entry that a list moved: the ids of its category `before` and `after` that."""

    entry: Initiative
    before: str
    after: str


def list_category_moves(
    initiatives: Iterable[Initiative], editions: Sequence[Edition]
) -> Mapping[str, list[CategoryMove]]:
    """Return what each of `editions` moved, by its id, in the order of `initiatives`.

    An entry has its present category since the newest list that moved it; what that list moved it
    from is where the list before had moved it to. Ids that are no entry's are left out.
    """
    found: dict[str, list[CategoryMove]] = {edition.id: [] for edition in editions}
    moving = [edition for edition in sort_editions(editions) if edition.moved]
    for entry in initiatives if moving else ():
        after = entry.category
        for edition in moving:
            before = edition.moved.get(entry.id)
            if before is not None:
                found[edition.id].append(CategoryMove(entry=entry, before=before, after=after))
                after = before
    return found
