"""Moves of entries to other categories: made in the register, and kept with the lists."""

from collections.abc import Collection, Mapping

from importing.report.difference import ListDifference
from importing.writing.text_edits import YamlText
from register.register import Register


def list_new_categories(differences: Collection[ListDifference]) -> dict[str, str]:
    """Return the new category of each entry that moves: the summary list has the last word."""
    moving = sorted(differences, key=lambda each: each.planned.found.kind)
    return {
        change.id: change.moved[1] for each in moving for change in each.changes if change.moved
    }


def write_moves(
    text: str,
    differences: Collection[ListDifference],
    register: Register,
    renamed: Mapping[str, str],
) -> str:
    """Return `text`, data/editions.yaml with the lists in it, with what each of them moved.

    What a corrected list had moved before keeps the category it came from; if it is back there, no
    move is left. `renamed` has new ids of entries by the earlier ones.
    """
    editions = YamlText(text=text)
    places = {edition: n for n, edition in enumerate(editions.list_values("id"))}
    had = {edition.id: edition.moved for edition in register.editions}
    now = list_new_categories(differences)
    for edition, moved in _find_moves(differences, register, now).items():
        before = {**moved, **had.get(edition, {})}
        kept = {key: value for key, value in before.items() if now.get(key) != value}
        editions.delete_field((places[edition], "moved"))
        if kept:
            lines = (f"    {renamed.get(key, key)}: {value}" for key, value in kept.items())
            editions.insert_after((places[edition], "title_printed"), ["  moved:", *lines])
    return editions.result()


def _find_moves(
    differences: Collection[ListDifference], register: Register, now: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Return the category that each entry came from, by the list that moved it.

    Of two lists that move it to where it is `now`, that is the older one. An entry that no other
    list has cannot have moved: its category is only corrected.
    """
    kept: dict[str, dict[str, str]] = {}
    seen: set[str] = set()
    # Of two lists of one day, the one given first stands first in the file, as the newer one.
    for each in sorted(reversed([*differences]), key=lambda each: each.planned.found.date or ""):
        edition = each.planned.place.edition_id
        for change in each.changes:
            if change.moved is None or change.moved[1] != now[change.id] or change.id in seen:
                continue
            seen.add(change.id)
            if register.by_id[change.id].lists.keys() - {edition}:
                kept.setdefault(edition, {})[change.id] = change.moved[0]
    return kept
