"""What one dated list changes against the one before it: entries, names, numbers, categories."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from register.lists.editions import pair_editions, sort_editions
from register.model import Edition, Initiative
from register.vocabulary import Category


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


class ListChanges(Struct, frozen=True, kw_only=True):
    """What `newer` changes against `older`; lists of entries are in the order of their numbers.

    `kept` are the entries that both have; `moved` those of them whose place among the kept ones
    changed, `renumbered` those whose number did, `renamed` those whose printed name did;
    `category_moves` are those that `newer` moved to another category; `retitled` are the ids of the
    categories whose title changed.
    """

    older: Edition
    newer: Edition
    kept: tuple[Initiative, ...]
    added: tuple[Initiative, ...]
    removed: tuple[Initiative, ...]
    renumbered: tuple[Initiative, ...]
    moved: tuple[Initiative, ...]
    renamed: tuple[Initiative, ...]
    category_moves: tuple[CategoryMove, ...]
    retitled: tuple[str, ...]


def list_changes(
    initiatives: Sequence[Initiative],
    editions: Sequence[Edition],
    categories: Mapping[str, Category],
) -> list[ListChanges]:
    """Return what each of `editions`, the newest first, changes against the one it follows."""
    moves = list_category_moves(initiatives, editions)
    return [
        compare_lists(initiatives, older, newer, categories, moves[newer.id])
        for newer, older in pair_editions(editions)
    ]


def compare_lists(
    initiatives: Sequence[Initiative],
    older: Edition,
    newer: Edition,
    categories: Mapping[str, Category],
    category_moves: Sequence[CategoryMove],
) -> ListChanges:
    """Return what `newer`, which made the `category_moves`, changes against `older`."""
    before, after = sort_by_number(initiatives, older), sort_by_number(initiatives, newer)
    kept = [entry for entry in before if newer.id in entry.lists]
    order = [entry for entry in after if older.id in entry.lists]
    pairs = [(entry, entry.lists[older.id], entry.lists[newer.id]) for entry in order]
    return ListChanges(
        older=older,
        newer=newer,
        kept=tuple(kept),
        added=tuple(entry for entry in after if older.id not in entry.lists),
        removed=tuple(entry for entry in before if newer.id not in entry.lists),
        renumbered=tuple(entry for entry, one, two in pairs if one.number != two.number),
        moved=tuple(two for one, two in zip(kept, order, strict=True) if one.id != two.id),
        renamed=tuple(entry for entry, one, two in pairs if one.name != two.name),
        category_moves=tuple(category_moves),
        retitled=tuple(
            key
            for key, category in categories.items()
            if {older.id, newer.id} <= category.printed.keys()
            and category.printed[older.id] != category.printed[newer.id]
        ),
    )


def sort_by_number(initiatives: Sequence[Initiative], edition: Edition) -> list[Initiative]:
    """Return the entries that `edition` has, in the order of their numbers in it."""
    inside = [entry for entry in initiatives if edition.id in entry.lists]
    return sorted(inside, key=lambda entry: entry.lists[edition.id].number)
