"""How entries are related: families and relations, gathered into groups."""

from collections.abc import Iterator
from itertools import pairwise

from pages.views.relations.groups import FamilyRow, RelatedGroup, RelationRow
from pages.views.relations.map import NARROW, WIDE, lay_out_map
from register.register import Register
from website import urls
from website.entries.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.page import Page

# The map shows the first groups, up to this many entries, and says so; the list below it has all.
MOST_DRAWN = 60


def render_relations(site: LocalizedSite) -> Page:
    """Return the page of relations."""
    path = urls.RELATIONS
    groups = list_groups(site, path)
    drawn = _take_first(groups)
    names = site.category_names
    return site.render_page(
        "views/relations/relations.html",
        path,
        groups=groups,
        wide=lay_out_map(drawn, names, WIDE, site.language),
        narrow=lay_out_map(drawn, names, NARROW, site.language),
        names=names,
        count=len(groups),
        drawn=len(drawn),
        related=sum(len(group.tiles) for group in groups),
    )


def _take_first(groups: list[RelatedGroup]) -> list[RelatedGroup]:
    taken: list[RelatedGroup] = []
    room = MOST_DRAWN
    for group in groups:
        room -= len(group.tiles)
        if taken and room < 0:
            break
        taken.append(group)
    return taken


def list_groups(site: LocalizedSite, path: str) -> list[RelatedGroup]:
    """Return the groups of related entries, those with most categories first."""
    tiles = make_tiles(site, path)
    groups = [_describe(site, tiles, ids) for ids in connect(site.register)]
    # The sort is stable: equals stay in the order of the register.
    return sorted(groups, key=lambda group: (-len(group.categories), -len(group.tiles)))


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
