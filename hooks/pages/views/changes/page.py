"""The page of the changes from each dated list to the next."""

from collections.abc import Sequence
from typing import Any, get_args

from pages.views.changes.order_chart import lay_out_order
from pages.views.changes.wording import Wording, compare_wording
from register.lists.changes import ListChanges, list_changes
from register.lists.statuses import StatusChange, Turn, list_status_changes
from register.model import Initiative, Status
from website import urls
from website.entries.entry_tile import EntryTile, make_tile
from website.localized_site import LocalizedSite
from website.page import Page


def render_changes(site: LocalizedSite) -> Page:
    """Return the page of changes."""
    register = site.register
    found = list_changes(register.initiatives, register.editions, register.vocabulary.categories)
    statuses = list_status_changes(register.initiatives, register.editions)
    return site.render_page(
        "views/changes/changes.html",
        urls.CHANGES,
        steps=[_describe(site, changes, statuses[changes.newer.id]) for changes in found],
        count=len(register.editions),
    )


def _describe(
    site: LocalizedSite, changes: ListChanges, statuses: Sequence[StatusChange]
) -> dict[str, Any]:
    """Return the context of the part of the page on `changes`, and the `statuses` that changed."""
    one, two = changes.older.id, changes.newer.id
    turns = _group_by_turn(site, statuses)
    return {
        "anchor": f"from-{one}-to-{two}",
        "older": changes.older,
        "newer": changes.newer,
        "chart": lay_out_order(
            changes,
            (site.say(changes.older.short), site.say(changes.newer.short)),
            site.words("changes-only"),
            site.language,
        ),
        "figures": (
            ("changes-added", len(changes.added)),
            ("changes-removed", len(changes.removed)),
            ("changes-renumbered", len(changes.renumbered)),
            ("changes-renamed", len(changes.renamed)),
            ("changes-retitled", len(changes.retitled)),
            *((f"changes-turn-{turn}", len(rows)) for turn, rows in turns),
        ),
        "turns": turns,
        "added": [_number(site, entry, changes) for entry in changes.added],
        "removed": [_number(site, entry, changes) for entry in changes.removed],
        "renumbered": [_number(site, entry, changes) for entry in changes.renumbered],
        "moved": len(changes.moved),
        "renamed": [
            (_tile(site, entry), compare_wording(entry.lists[one].name, entry.lists[two].name))
            for entry in changes.renamed
        ],
        "retitled": [_retitle(site, key, one, two) for key in changes.retitled],
    }


def _retitle(site: LocalizedSite, key: str, one: str, two: str) -> tuple[str, int, Wording]:
    category = site.register.vocabulary.categories[key]
    wording = compare_wording(category.printed[one], category.printed[two])
    return site.say(category.short), site.category_number(key), wording


def _group_by_turn(
    site: LocalizedSite, statuses: Sequence[StatusChange]
) -> list[tuple[Turn, list[tuple[EntryTile, Status, Status]]]]:
    """Return tile, earlier and later status of each change: what became active, what ended."""
    groups: dict[Turn, list[tuple[EntryTile, Status, Status]]] = {}
    for turn in get_args(Turn):
        rows = [
            (_tile(site, each.entry), each.before, each.after)
            for each in statuses
            if each.turn == turn
        ]
        if rows:
            groups[turn] = rows
    return list(groups.items())


def _tile(site: LocalizedSite, entry: Initiative) -> EntryTile:
    return make_tile(site, urls.CHANGES, entry)


def _number(
    site: LocalizedSite, entry: Initiative, changes: ListChanges
) -> tuple[EntryTile, int | None, int | None]:
    """Return the tile of `entry` and its number in the older and in the newer list."""
    older, newer = (entry.lists.get(edition.id) for edition in (changes.older, changes.newer))
    return (
        _tile(site, entry),
        older.number if older else None,
        newer.number if newer else None,
    )
