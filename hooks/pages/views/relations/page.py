"""How entries hang together: families and relations, gathered into groups."""

from collections.abc import Iterator
from itertools import pairwise

from pages.views.relations.groups import Arrow, Kin, TieGroup
from pages.views.relations.map import NARROW, WIDE, lay_out_map
from register.register import Register
from website import urls
from website.entry_tile import EntryTile, make_tiles
from website.localized_site import LocalizedSite
from website.page import Page

# The drawing takes the groups that come first up to this many entries, and says so; the list
# below it has all of them.
MOST_DRAWN = 60


def render_relations(site: LocalizedSite) -> Page:
    """Return the page of relations."""
    path = urls.RELATIONS
    groups = list_groups(site, path)
    drawn = _take_first(groups)
    names = [site.say(each.short) for each in site.register.vocabulary.categories.values()]
    return site.render_page(
        "views/relations.html",
        path,
        groups=groups,
        wide=lay_out_map(drawn, names, WIDE),
        narrow=lay_out_map(drawn, names, NARROW),
        names=names,
        count=len(groups),
        drawn=len(drawn),
        tied=sum(len(group.tiles) for group in groups),
    )


def _take_first(groups: list[TieGroup]) -> list[TieGroup]:
    taken: list[TieGroup] = []
    room = MOST_DRAWN
    for group in groups:
        room -= len(group.tiles)
        if taken and room < 0:
            break
        taken.append(group)
    return taken


def list_groups(site: LocalizedSite, path: str) -> list[TieGroup]:
    """Return the groups of entries that hang together, those over most categories first."""
    tiles = make_tiles(site, path)
    groups = [_describe(site, tiles, ids) for ids in connect(site.register)]
    # The sort keeps the order of the register among equals.
    return sorted(groups, key=lambda group: (-len(group.categories), -len(group.tiles)))


def connect(register: Register) -> Iterator[list[str]]:
    """Yield the ids of entries that families and relations join, directly or through others.

    Groups, and entries within them, are in the order of the register; entries without any tie
    are left out.
    """
    near: dict[str, list[str]] = {}

    def join(one: str, other: str) -> None:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)

    for members in register.by_family.values():
        # A chain joins a family as well as every pair would.
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


def _describe(site: LocalizedSite, tiles: dict[str, EntryTile], ids: list[str]) -> TieGroup:
    register = site.register
    kinds, families = register.vocabulary.relation_kinds, register.vocabulary.families
    entries = [register.by_id[each] for each in ids]
    keys = dict.fromkeys(key for entry in entries for key in entry.families)
    kin = tuple(
        Kin(
            name=site.say(families[key].name),
            note=site.say(note) if (note := families[key].note) else "",
            members=tuple(tiles[member.id] for member in register.by_family[key]),
        )
        # The largest family first: the others stand within its line.
        for key in sorted(keys, key=lambda key: -len(register.by_family[key]))
        if len(register.by_family[key]) > 1
    )
    arrows = tuple(
        Arrow(
            source=tiles[entry.id],
            kind=site.say(kinds[relation.kind].label),
            target=tiles[relation.to],
            note=site.say(relation.note) if relation.note else "",
        )
        for entry in entries
        for relation in entry.relations
    )
    members = tuple(tiles[each] for each in ids)
    hub = max(members, key=lambda tile: sum(tile in (a.source, a.target) for a in arrows))
    title = (
        site.words("list-separator").join(each.name for each in kin)
        if kin
        else site.words("relations-around", name=hub.title)
    )
    return TieGroup(anchor=f"group-{ids[0]}", title=title, tiles=members, kin=kin, arrows=arrows)
