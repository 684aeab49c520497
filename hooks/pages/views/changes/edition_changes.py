"""What one dated list changes against the one before it: entries, names, numbers, order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from register.model import Category, Edition, Initiative

_TOKENS = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A piece of a text; `changed` where the other text differs."""

    text: str
    changed: bool


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A text in the older and in the newer list, each in pieces.

    `typographic` is true if only capitals, spaces or punctuation differ.
    """

    older: tuple[Piece, ...]
    newer: tuple[Piece, ...]
    typographic: bool


@dataclass(frozen=True, kw_only=True)
class EditionChanges:
    """What `newer` changes against `older`; lists of entries are in the order of their numbers.

    `kept` are the entries that both have; `moved` those of them whose place among the kept ones
    changed, `renumbered` those whose number did; `renamed` and `retitled` give the wording of
    names and of categories' titles.
    """

    older: Edition
    newer: Edition
    kept: tuple[Initiative, ...]
    added: tuple[Initiative, ...]
    removed: tuple[Initiative, ...]
    renumbered: tuple[Initiative, ...]
    moved: tuple[Initiative, ...]
    renamed: tuple[tuple[Initiative, Wording], ...]
    retitled: tuple[tuple[str, Wording], ...]


def list_changes(
    initiatives: Sequence[Initiative],
    editions: Sequence[Edition],
    categories: dict[str, Category],
) -> list[EditionChanges]:
    """Return what each of `editions`, the newest first, changes against the next one."""
    return [
        compare_editions(initiatives, older, newer, categories)
        for newer, older in pairwise(editions)
    ]


def compare_editions(
    initiatives: Sequence[Initiative],
    older: Edition,
    newer: Edition,
    categories: dict[str, Category],
) -> EditionChanges:
    """Return what `newer` changes against `older`."""
    before = _sort_by_number(initiatives, older)
    after = _sort_by_number(initiatives, newer)
    kept = [entry for entry in before if newer.id in entry.lists]
    order = [entry for entry in after if older.id in entry.lists]
    return EditionChanges(
        older=older,
        newer=newer,
        kept=tuple(kept),
        added=tuple(entry for entry in after if older.id not in entry.lists),
        removed=tuple(entry for entry in before if newer.id not in entry.lists),
        renumbered=tuple(
            entry for entry in order if entry.lists[older.id].number != entry.lists[newer.id].number
        ),
        moved=tuple(two for one, two in zip(kept, order, strict=True) if one.id != two.id),
        renamed=tuple(
            (entry, compare_wording(entry.lists[older.id].name, entry.lists[newer.id].name))
            for entry in order
            if entry.lists[older.id].name != entry.lists[newer.id].name
        ),
        retitled=tuple(
            (key, compare_wording(category.printed[older.id], category.printed[newer.id]))
            for key, category in categories.items()
            if older.id in category.printed
            and newer.id in category.printed
            and category.printed[older.id] != category.printed[newer.id]
        ),
    )


def _sort_by_number(initiatives: Sequence[Initiative], edition: Edition) -> list[Initiative]:
    inside = [entry for entry in initiatives if edition.id in entry.lists]
    return sorted(inside, key=lambda entry: entry.lists[edition.id].number)


def compare_wording(older: str, newer: str) -> Wording:
    """Return two texts in pieces, word by word."""
    one, two = _TOKENS.findall(older), _TOKENS.findall(newer)
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    before: list[Piece] = []
    after: list[Piece] = []
    for kind, start, stop, other_start, other_stop in matcher.get_opcodes():
        changed = kind != "equal"
        if stop > start:
            before.append(Piece(text="".join(one[start:stop]), changed=changed))
        if other_stop > other_start:
            after.append(Piece(text="".join(two[other_start:other_stop]), changed=changed))
    return Wording(
        older=tuple(before),
        newer=tuple(after),
        typographic=_letters(older) == _letters(newer),
    )


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
