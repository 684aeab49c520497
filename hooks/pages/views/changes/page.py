"""The page of the changes from each dated list to the next."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, get_args

from pages.parts import Division, Part, PartHead, link_parts, list_part_pages
from pages.views.changes.order_chart import lay_out_order
from pages.views.changes.steps import DividedSteps, Step, divide_steps, list_steps
from pages.views.changes.wording import compare_wording
from register.lists.statuses import Turn
from register.model import Initiative
from website import urls
from website.entries.entry_tile import make_tile
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
    return site.render_page(
        "views/changes/changes.html",
        path,
        steps=[_describe(site, path, step, divided.get(step.anchor)) for step in steps],
        count=len(site.register.editions),
        **_list_tools(site, path),
    )


def _render_part(
    site: LocalizedSite, step: Step, path: str, part: Part[Initiative], head: PartHead
) -> Page:
    shown, tools = step.narrow(part.items), _list_tools(site, path)
    return site.render_page("views/changes/changes_part.html", path, head=head, step=shown, **tools)


def _list_tools(site: LocalizedSite, path: str) -> dict[str, Any]:
    """Return what the tables of the page at `path` need besides a step."""
    return {
        "make_tile": partial(make_tile, site, path),
        "compare_wording": compare_wording,
        "turns": get_args(Turn),
    }


def _describe(
    site: LocalizedSite, path: str, step: Step, division: Division[Initiative] | None
) -> dict[str, Any]:
    """Return the context of a step on the page at `path`."""
    changes = step.changes
    turns = Counter(each.turn for each in step.statuses)
    moves = changes.category_moves
    return {
        # The tables of a divided step are in its parts.
        "step": step.narrow(()) if division else step,
        "parts": link_parts(site, path, division),
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
    }
