"""The map of relations: a column per category, a cluster per group, a line through each family.

Pure geometry in units of the drawing. There are two drawings: a wide one with names, and one with
numbers only, narrow enough for a phone. A cluster is placed as high as its columns have room.

With more categories than there is room for columns, a cluster is a column of its own instead, where
the category of each entry is written or, in the narrow drawing, has its letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from pages.views.labels import wrap
from pages.views.relations.groups import FamilyRow, RelatedGroup, RelationRow
from pages.views.relations.shapes import Cluster, Line, Node, RelationsMap, Scale
from register.model import Language
from website.entries.entry_tile import EntryTile

HEAD_LINE = 17
MARGIN = 14
# Between a cluster and the border of its column, and between a text and what is right of it.
EDGE, GUTTER = 4, 4
# From the left border of a column, of a cluster, and from the right one of a tile, to their texts.
HEAD_LEFT, TITLE_LEFT, NAME_LEFT = 14, 10, 6
# Sizes of type, as in relations.css.
CATEGORY_SIZE, NAME_SIZE, CAPTION_SIZE = 13.5, 12.5, 11.5


class _Plan(Struct, frozen=True, kw_only=True):
    """What holds for the whole drawing: whether its columns are those of categories, and so on."""

    scale: Scale
    language: Language
    by_category: bool


def lay_out_map(
    groups: Sequence[RelatedGroup], categories: Sequence[str], scale: Scale, language: Language
) -> RelationsMap:
    """Return the drawing of `groups` at `scale`; `categories` are the names of all categories."""
    by_category = len(categories) <= scale.most
    plan = _Plan(scale=scale, language=language, by_category=by_category)
    count = min(len(categories), scale.most)
    heads = _wrap_heads(categories, scale, language) if by_category else ()
    lines = max(map(len, heads), default=0)
    free = [float(scale.head + HEAD_LINE * max(0, lines - 1)) if by_category else 0.0] * count
    clusters = []
    waiting = list(groups)
    while waiting:
        # The group that can be placed highest comes next; among equals, the first.
        places = (
            (group, columns) for group in waiting for columns in _list_places(group, count, plan)
        )
        group, columns = min(places, key=lambda place: max(free[place[1]]))
        waiting.remove(group)
        y = max(free[columns])
        cluster = _draw_cluster(group, columns, y, plan)
        clusters.append(cluster)
        free[columns] = [y + cluster.height + MARGIN] * (columns.stop - columns.start)
    return RelationsMap(
        width=count * scale.column,
        height=max(free, default=0),
        scale=scale,
        heads=heads,
        clusters=tuple(clusters),
    )


def _wrap_heads(
    categories: Sequence[str], scale: Scale, language: Language
) -> tuple[tuple[str, ...], ...]:
    room = scale.column - HEAD_LEFT - GUTTER
    return tuple(
        wrap(name, room, CATEGORY_SIZE, language, bold=True) if scale.named else ()
        for name in categories
    )


def _list_places(group: RelatedGroup, count: int, plan: _Plan) -> list[slice]:
    """Return which of `count` columns the cluster of `group` may cover."""
    span = plan.scale.span
    if not plan.by_category:
        return [slice(first, first + span) for first in range(0, count, span)]
    first, last = group.categories[0] - 1, group.categories[-1]
    first = max(0, min(first, last - span))
    return [slice(first, min(count, max(last, first + span)))]


def _draw_cluster(group: RelatedGroup, columns: slice, top: float, plan: _Plan) -> Cluster:
    """Return the cluster of `group` over `columns`, below `top`."""
    scale = plan.scale
    span = columns.stop - columns.start
    room = span * scale.column - 2 * (EDGE + TITLE_LEFT)
    title_lines = wrap(group.title, room, scale.title_size, plan.language, bold=True)
    y = top + MARGIN + len(title_lines) * scale.title_line
    left = columns.start * scale.column
    stacks = _stack_by_category(group, scale) if plan.by_category else [(left, _stack_all(group))]
    nodes, bottom = _place_nodes(group, stacks, y, plan)
    return Cluster(
        group=group,
        x=left + EDGE,
        y=top,
        width=span * scale.column - 2 * EDGE,
        height=bottom - top,
        title_lines=title_lines,
        nodes=tuple(nodes.values()),
        families=tuple(
            Line(path=_draw_line(family, nodes), label=family.name) for family in group.families
        ),
        relations=tuple(_draw_edges(group.relations, nodes, scale)),
    )


def _stack_by_category(group: RelatedGroup, scale: Scale) -> list[tuple[int, list[EntryTile]]]:
    """Return the left border of each category's column with its entries, from top to bottom."""
    tiles = _order(group)
    return [
        ((category - 1) * scale.column, [tile for tile in tiles if tile.category == category])
        for category in group.categories
    ]


def _stack_all(group: RelatedGroup) -> list[EntryTile]:
    """Return the entries of a cluster that is one column: those of a family follow each other."""
    members = [{member.id for member in family.members} for family in group.families]
    return sorted(_order(group), key=lambda tile: [tile.id not in ids for ids in members])


def _place_nodes(
    group: RelatedGroup,
    stacks: Sequence[tuple[int, Sequence[EntryTile]]],
    top: float,
    plan: _Plan,
) -> tuple[dict[str, Node], float]:
    """Return the nodes of `group` by id, below `top`, and the y below the lowest of them.

    `stacks` are its entries by column, each with the left border of this.
    """
    scale, captions = plan.scale, _caption(group.relations)
    room = scale.column - scale.indent - scale.tile - NAME_LEFT - EDGE - GUTTER

    def write(texts: Iterable[str], size: float) -> tuple[str, ...]:
        shown = texts if scale.named else ()
        return tuple(line for text in shown for line in wrap(text, room, size, plan.language))

    nodes: dict[str, Node] = {}
    bottom = top
    for left, tiles in stacks:
        y = top + scale.tile / 2
        for tile in tiles:
            node = Node(
                x=left + scale.indent + scale.tile / 2,
                y=y,
                tile=tile,
                name_lines=write([tile.title], NAME_SIZE),
                category_lines=write(
                    () if plan.by_category else [tile.category_name], CAPTION_SIZE
                ),
                captions=write(captions.get(tile.id, ()), CAPTION_SIZE),
            )
            nodes[tile.id] = node
            lines = (*node.name_lines, *node.category_lines, *node.captions)
            text = len(lines) * scale.name_line
            y += max(scale.row, scale.tile / 2 + text + 22) if text else scale.row
        bottom = max(bottom, y - scale.tile / 2)
    return nodes, bottom


def _order(group: RelatedGroup) -> list[EntryTile]:
    """Return the entries of `group`: those with most relations on top."""
    ends = [end.id for relation in group.relations for end in (relation.source, relation.target)]
    return sorted(group.tiles, key=lambda tile: -ends.count(tile.id))


def _caption(relations: Sequence[RelationRow]) -> dict[str, list[str]]:
    """Return the captions of each entry, one per kind of relation, by id: "builds on 33"."""
    captions: dict[str, dict[str, list[str]]] = {}
    for relation in relations:
        kinds = captions.setdefault(relation.source.id, {})
        kinds.setdefault(relation.kind, []).append(str(relation.target.number))
    return {
        entry_id: [f"{kind} {', '.join(targets)}" for kind, targets in kinds.items()]
        for entry_id, kinds in captions.items()
    }


def _draw_line(family: FamilyRow, nodes: dict[str, Node]) -> str:
    """Return the path of a family: down each column, and across between the tops of columns."""
    columns: dict[float, list[float]] = {}
    for member in family.members:
        node = nodes[member.id]
        columns.setdefault(node.x, []).append(node.y)
    parts = []
    tops = sorted((x, min(ys), max(ys)) for x, ys in columns.items())
    for x, high, low in tops:
        if low > high:
            parts.append(f"M{x:g} {high:g}V{low:g}")
    for (x, y, _), (next_x, next_y, _) in pairwise(tops):
        middle = (x + next_x) / 2
        parts.append(f"M{x:g} {y:g}H{middle:g}V{next_y:g}H{next_x:g}")
    return "".join(parts)


def _draw_edges(
    relations: Sequence[RelationRow], nodes: dict[str, Node], scale: Scale
) -> Iterator[Line]:
    """Yield the arrows: arcs on the left within a column, curves between columns."""

    def reach(relation: RelationRow) -> float:
        return abs(nodes[relation.source.id].y - nodes[relation.target.id].y)

    half = scale.tile / 2
    # The longer an arc, the further out it is: arcs to one target do not cross.
    for nth, relation in enumerate(sorted(relations, key=reach)):
        one, other = nodes[relation.source.id], nodes[relation.target.id]
        if one.x == other.x:
            out = one.x - half - 6 - (scale.indent - 10) * (nth + 1) / len(relations)
            # Arcs from the same side end in the same point, with one arrowhead.
            end = other.y + (half - 6) * (1 if one.y > other.y else -1)
            curve = f"C{out:.4g} {one.y:g} {out:.4g} {end:.4g} {other.x - half - 2:g} {end:.4g}"
            path = f"M{one.x - half:g} {one.y:g}{curve}"
        else:
            side = 1 if other.x > one.x else -1
            start, stop = one.x + side * half, other.x - side * (half + 2)
            middle = (start + stop) / 2
            curve = f"C{middle:g} {one.y:g} {middle:g} {other.y:g} {stop:g} {other.y:g}"
            path = f"M{start:g} {one.y:g}{curve}"
        label = f"{relation.source.number} – {relation.kind} – {relation.target.number}"
        yield Line(path=path, label=label)
