"""The page of the changes from each dated list to the next."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, get_args

from pages.parts import Part, PartHead, link_parts, list_part_pages
from pages.views.changes.order_chart import lay_out_order
from pages.views.changes.steps import DividedSteps, Step, divide_steps, list_steps
from pages.views.changes.wording import compare_wording
from register.lists.category_moves import CategoryMove
from register.lists.statuses import StatusChange, Turn
from register.model import Initiative, Status
from website import urls
from website.entries.entry_tile import EntryTile, make_tile
from website.localized_site import LocalizedSite
from website.page import Page


def list_change_pages(site: LocalizedSite, most: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the page of changes, and of the parts of its steps.

    The page has at most `most` rows: a step that makes it longer has pages of its own.
    """
    steps = list_steps(site.register)
    divided = divide_steps(site, steps, most)
    yield urls.CHANGES, partial(_render_changes, site, steps, divided)
    for step in steps:
        render = partial(_render_part, site, step)
        yield from list_part_pages(site, divided.get(step.anchor), render)


def _render_changes(site: LocalizedSite, steps: Sequence[Step], divided: DividedSteps) -> Page:
    path = urls.CHANGES
    described = []
    for step in steps:
        division = divided.get(step.anchor)
        # The tables of a divided step are in its parts.
        tables = describe_tables(site, path, step.narrow(()) if division else step)
        parts = {"parts": link_parts(site, path, division)}
        described.append(_describe(site, step) | tables | parts)
    return site.render_page(
        "views/changes/changes.html", path, steps=described, count=len(site.register.editions)
    )


def _render_part(
    site: LocalizedSite, step: Step, path: str, part: Part[Initiative], head: PartHead
) -> Page:
    tables = describe_tables(site, path, step.narrow(part.items))
    return site.render_page("views/changes/changes_part.html", path, head=head, step=tables)


def _describe(site: LocalizedSite, step: Step) -> dict[str, Any]:
    """Return the context of what stands above the tables of a step."""
    changes = step.changes
    turns = Counter(each.turn for each in step.statuses)
    moves = changes.category_moves
    return {
        "anchor": step.anchor,
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
            *((("changes-in-another", len(moves)),) if moves else ()),
            *((f"changes-turn-{turn}", turns[turn]) for turn in get_args(Turn) if turns[turn]),
        ),
        "moved": len(changes.moved),
    }


def describe_tables(site: LocalizedSite, path: str, step: Step) -> dict[str, Any]:
    """Return the context of the tables of a step, for the page at `path`."""
    changes = step.changes
    categories = site.register.vocabulary.categories
    one, two = changes.older.id, changes.newer.id

    def number(entry: Initiative) -> tuple[EntryTile, int | None, int | None]:
        older, newer = entry.lists.get(one), entry.lists.get(two)
        tile = make_tile(site, path, entry)
        return tile, older.number if older else None, newer.number if newer else None

    return {
        "older": changes.older,
        "newer": changes.newer,
        "turns": _group_by_turn(site, path, step.statuses),
        "added": [number(entry) for entry in changes.added],
        "removed": [number(entry) for entry in changes.removed],
        "renumbered": [number(entry) for entry in changes.renumbered],
        "category_moves": _describe_moves(site, path, changes.category_moves),
        "renamed": [
            (
                make_tile(site, path, entry),
                compare_wording(entry.lists[one].name, entry.lists[two].name),
            )
            for entry in changes.renamed
        ],
        "retitled": [
            (
                site.say(categories[key].short),
                site.category_number(key),
                compare_wording(categories[key].printed[one], categories[key].printed[two]),
            )
            for key in changes.retitled
        ],
    }


def _describe_moves(
    site: LocalizedSite, path: str, moves: Sequence[CategoryMove]
) -> list[tuple[EntryTile, str, str]]:
    """Return tile, earlier and later category of each entry that moved."""
    categories = site.register.vocabulary.categories
    return [
        (
            make_tile(site, path, move.entry),
            site.say(categories[move.before].short),
            site.say(categories[move.after].short),
        )
        for move in moves
    ]


def _group_by_turn(
    site: LocalizedSite, path: str, statuses: Sequence[StatusChange]
) -> list[tuple[Turn, list[tuple[EntryTile, Status, Status]]]]:
    """Return tile, earlier and later status of each change: what became active, what ended."""
    groups: dict[Turn, list[tuple[EntryTile, Status, Status]]] = {}
    for turn in get_args(Turn):
        rows = [
            (make_tile(site, path, each.entry), each.before, each.after)
            for each in statuses
            if each.turn == turn
        ]
        if rows:
            groups[turn] = rows
    return list(groups.items())
