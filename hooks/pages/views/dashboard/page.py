"""The dashboard: the register in figures."""

from collections.abc import Mapping

from pages.views.bar_chart import split_largest
from pages.views.dashboard.matrix import Matrix, Row, group_tiles
from register.classification import list_stated
from register.register import Register
from website import urls
from website.entries.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.page import Page

# Beyond this, tables give numbers in place of a tile per entry.
TILE_LIMIT = 120
# So many bodies are shown each, the others together.
LARGEST = 10


def render_dashboard(site: LocalizedSite) -> Page:
    """Return the dashboard."""
    path = urls.DASHBOARD
    entries, vocabulary = site.register.initiatives, site.register.vocabulary
    tiles = make_tiles(site, path)
    phases = [(entry.status.phase, tiles[entry.id]) for entry in entries]
    access = [(entry.access.level, tiles[entry.id]) for entry in entries]
    names = site.category_names
    return site.render_page(
        "views/dashboard/dashboard.html",
        path,
        figures=_list_figures(site.register),
        count=len(entries),
        left=site.count_left(entries),
        with_tiles=len(entries) <= TILE_LIMIT,
        categories=names,
        phases=Matrix(categories=names, rows=group_tiles(phases, site.labels(vocabulary.phases))),
        access=Matrix(
            categories=names, rows=group_tiles(access, site.labels(vocabulary.access_levels))
        ),
        leads=_group_by_body(site, tiles, "lead"),
        funders=_group_by_body(site, tiles, "funder"),
        shares=[
            {id_: tile for id_, tile in tiles.items() if tile.category == number}
            for number in range(1, len(names) + 1)
        ],
        stated=find_stated(site.register),
    )


def _list_figures(register: Register) -> list[tuple[str, int]]:
    """Return the main figures: the key of their word, and the number; none that is zero."""
    entries = register.initiatives
    milestones = [milestone for entry in entries for milestone in entry.milestones]
    figures = [
        ("figure-initiatives", len(entries)),
        ("figure-bodies", len({actor.body for entry in entries for actor in entry.actors})),
        ("figure-milestones", len(milestones)),
        ("figure-planned", sum(milestone.state == "planned" for milestone in milestones)),
        ("figure-meetings", len({each.meeting for each in milestones if each.meeting})),
    ]
    return [(key, number) for key, number in figures if number]


def _group_by_body(
    site: LocalizedSite, tiles: Mapping[str, EntryTile], role: str
) -> tuple[list[Row], list[Row]]:
    """Return the bodies that have `role` most often, each with its entries, and the others."""
    bodies = site.register.vocabulary.bodies
    labels = {key: site.body_long(body) for key, body in bodies.items()}
    pairs = [
        (actor.body, tiles[entry.id])
        for entry in site.register.initiatives
        for actor in entry.actors
        if actor.role == role
    ]
    return split_largest(group_tiles(pairs, labels), LARGEST)


def find_stated(register: Register) -> dict[str, set[str]]:
    """Return the ids of the entries that state each field, by the word that names the field."""
    stated: dict[str, set[str]] = {}
    for entry in register.initiatives:
        for key, is_stated in {**list_stated(entry), "address": bool(entry.links)}.items():
            stated.setdefault(key, set()).update([entry.id] if is_stated else [])
    return stated
