"""The dashboard: the register in figures."""

from collections.abc import Iterable, Mapping

from pages.views.dashboard.bubble_chart import Matrix, count_matrix
from pages.views.dashboard.completeness_chart import Strip, count_stated
from pages.views.dashboard.tile_chart import TileChart, group_tiles, take_largest
from register.classification import list_stated
from register.vocabulary import Term
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
    strips = _list_strips(site, tiles)
    return site.render_page(
        "views/dashboard/dashboard.html",
        path,
        figures=_list_figures(site),
        count=len(entries),
        left=site.count_left(entries),
        with_tiles=len(entries) <= TILE_LIMIT,
        categories=site.category_names,
        phases=_count_terms(
            site, tiles, vocabulary.phases, [entry.status.phase for entry in entries]
        ),
        access=_count_terms(
            site, tiles, vocabulary.access_levels, [entry.access.level for entry in entries]
        ),
        leads=_count_bodies(site, tiles, "lead"),
        funders=_count_bodies(site, tiles, "funder"),
        strips=strips,
        links=_link_facets(site),
        facets=site.link(path, urls.FACETS),
        unstated={strip.key: strip.unstated for strip in strips},
    )


def _link_facets(site: LocalizedSite) -> dict[str, dict[str, str]]:
    """Return the links to the pages of phases, levels of access and bodies, by facet and value."""
    vocabulary = site.register.vocabulary
    tables: dict[str, Iterable[str]] = {
        "phase": vocabulary.phases,
        "access": vocabulary.access_levels,
        "body": vocabulary.bodies,
    }
    return {
        facet: {key: site.link(urls.DASHBOARD, urls.facet(facet, key)) for key in table}
        for facet, table in tables.items()
    }


def _list_figures(site: LocalizedSite) -> list[tuple[str, int]]:
    """Return the main figures: the key of their word, and the number; none that is zero."""
    entries = site.register.initiatives
    milestones = [milestone for entry in entries for milestone in entry.milestones]
    figures = [
        ("figure-initiatives", len(entries)),
        ("figure-bodies", len({actor.body for entry in entries for actor in entry.actors})),
        ("figure-milestones", len(milestones)),
        ("figure-planned", sum(milestone.state == "planned" for milestone in milestones)),
        ("figure-meetings", len({each.meeting for each in milestones if each.meeting})),
    ]
    return [(key, number) for key, number in figures if number]


def _count_terms(
    site: LocalizedSite,
    tiles: dict[str, EntryTile],
    table: Mapping[str, Term],
    values: list[str],
) -> Matrix:
    pairs = zip(values, tiles.values(), strict=True)
    return count_matrix(pairs, site.labels(table), site.category_names)


def _count_bodies(site: LocalizedSite, tiles: dict[str, EntryTile], role: str) -> TileChart:
    """Return the bodies that have `role` most often, each with its entries."""
    bodies = site.register.vocabulary.bodies
    labels = {key: site.body_long(body) for key, body in bodies.items()}
    pairs = [
        (actor.body, tiles[entry.id])
        for entry in site.register.initiatives
        for actor in entry.actors
        if actor.role == role
    ]
    return take_largest(group_tiles(pairs, labels), LARGEST)


def _list_strips(site: LocalizedSite, tiles: dict[str, EntryTile]) -> list[Strip]:
    """Return the strips of what is stated, a share per category."""
    states = [
        {**list_stated(entry), "address": bool(entry.links)} for entry in site.register.initiatives
    ]
    fields = {key: [state[key] for state in states] for key in next(iter(states), {})}
    labels = {key: site.words(key) for key in fields}
    categories = len(site.register.vocabulary.categories)
    return count_stated(list(tiles.values()), fields, labels, categories)
