"""How entries are related: families and relations, gathered into groups."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise

from pages.parts import (
    Division,
    Part,
    PartHead,
    PartLink,
    divide,
    divide_page,
    link_parts,
    list_part_pages,
)
from pages.views.relations.groups import FamilyRow, RelatedGroup, RelationRow
from pages.views.relations.map import lay_out_map
from pages.views.relations.shapes import NARROW, WIDE
from register.register import Register
from website import urls
from website.entries.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.page import Page

# The map shows the first groups, up to this many entries, and says so; the list below it has all.
MOST_DRAWN = 60


def list_relation_pages(site: LocalizedSite, most: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the page of relations, and of its parts.

    It has parts if its groups have more than `most` entries; a group stands in the part of the
    category of its first entry.
    """
    path = urls.RELATIONS
    groups = list_groups(site.register)
    division = None
    if sum(map(len, groups)) > most:
        categories = site.register.vocabulary.categories
        parts = divide(
            groups, most, lambda ids: site.register.by_id[ids[0]].category, categories, len
        )
        division = divide_page(path, site.words("relations"), parts, "group-count")
    yield path, partial(_render_relations, site, groups, division)
    yield from list_part_pages(site, division, partial(_render_part, site))


def _render_relations(
    site: LocalizedSite, groups: list[list[str]], division: Division[list[str]] | None
) -> Page:
    path = urls.RELATIONS
    shown = describe_groups(site, path, groups)
    drawn = shown[: len(_take_first(groups))]
    names = site.category_names
    return site.render_page(
        "views/relations/relations.html",
        path,
        groups=[] if division else shown,
        parts=_link_groups(site, path, division, shown),
        wide=lay_out_map(drawn, names, WIDE, site.language),
        narrow=lay_out_map(drawn, names, NARROW, site.language),
        names=names,
        count=len(groups),
        drawn=len(drawn),
        related=sum(map(len, groups)),
    )


def _link_groups(
    site: LocalizedSite,
    path: str,
    division: Division[list[str]] | None,
    groups: Sequence[RelatedGroup],
) -> list[tuple[PartLink, list[RelatedGroup]]]:
    """Return the link to each part of the page, with those of `groups` that it has."""
    if division is None:
        return []
    by_first = {group.tiles[0].id: group for group in groups}
    links = link_parts(site, path, division)
    return [
        (link, [by_first[ids[0]] for ids in part.items])
        for part, link in zip(division.parts, links, strict=True)
    ]


def _render_part(site: LocalizedSite, path: str, part: Part[list[str]], head: PartHead) -> Page:
    groups = describe_groups(site, path, part.items)
    return site.render_page("views/relations/relations_part.html", path, head=head, groups=groups)


def _take_first(groups: list[list[str]]) -> list[list[str]]:
    """Return those of `groups` that the map has room for, at least one."""
    taken: list[list[str]] = []
    room = MOST_DRAWN
    for group in groups:
        room -= len(group)
        if taken and room < 0:
            break
        taken.append(group)
    return taken


def list_groups(register: Register) -> list[list[str]]:
    """Return the ids of each group of related entries, groups with most categories first."""

    def rank(ids: list[str]) -> tuple[int, int]:
        categories = {register.by_id[each].category for each in ids}
        return -len(categories), -len(ids)

    # The sort is stable: equals stay in the order of the register.
    return sorted(connect(register), key=rank)


def describe_groups(
    site: LocalizedSite, path: str, groups: Iterable[list[str]]
) -> list[RelatedGroup]:
    """Return the `groups`, given by ids, for the page at `path`."""
    tiles = make_tiles(site, path)
    return [_describe(site, tiles, ids) for ids in groups]


def connect(register: Register) -> Iterator[list[str]]:
    """Yield the ids of each group of entries that families and relations connect.

    Groups, and entries within them, are in the order of the register; entries that are related to
    no other are left out.
    """
    near: dict[str, list[str]] = {}

    def join(one: str, other: str) -> None:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)

    for members in register.by_family.values():
        # A chain connects a family as well as all pairs would.
        for one, other in pairwise(members):
            join(one.id, other.id)
    for entry in register.initiatives:
        for relation in entry.relations:
            join(entry.id, relation.to)
    order = {entry.id: nth for nth, entry in enumerate(register.initiatives)}
    seen: set[str] = set()
    for start in order:
        if start in seen or start not in near:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            group.append(waiting.pop())
            fresh = [each for each in near[group[-1]] if each not in seen]
            seen.update(fresh)
            waiting += dict.fromkeys(fresh)
        yield sorted(group, key=order.__getitem__)


def _describe(site: LocalizedSite, tiles: dict[str, EntryTile], ids: list[str]) -> RelatedGroup:
    register = site.register
    kinds, families = register.vocabulary.relation_kinds, register.vocabulary.families
    entries = [register.by_id[each] for each in ids]
    keys = dict.fromkeys(key for entry in entries for key in entry.families)
    rows = tuple(
        FamilyRow(
            name=site.say(families[key].name),
            note=site.say(note) if (note := families[key].note) else "",
            members=tuple(tiles[member.id] for member in register.by_family[key]),
        )
        # The largest family first: lines of the others are drawn within its line.
        for key in sorted(keys, key=lambda key: -len(register.by_family[key]))
        if len(register.by_family[key]) > 1
    )
    relations = tuple(
        RelationRow(
            source=tiles[entry.id],
            kind=site.say(kinds[relation.kind].label),
            target=tiles[relation.to],
            note=site.say(relation.note) if relation.note else "",
        )
        for entry in entries
        for relation in entry.relations
    )
    members = tuple(tiles[each] for each in ids)
    hub = max(members, key=lambda tile: sum(tile in (a.source, a.target) for a in relations))
    title = (
        site.words("list-separator").join(each.name for each in rows)
        if rows
        else site.words("relations-around", name=hub.title)
    )
    return RelatedGroup(
        anchor=f"group-{ids[0]}", title=title, tiles=members, families=rows, relations=relations
    )
