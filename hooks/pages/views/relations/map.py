"""The map of relations: a column per category, a cluster per group, a line through each family.

Pure geometry in units of the drawing. There are two drawings: a wide one with names, and one with
numbers only, narrow enough for a phone. A cluster is placed as high as its columns have room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pages.views.labels import wrap
from pages.views.relations.groups import FamilyRow, RelatedGroup, RelationRow
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


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The measures of one of the two drawings, in its units."""

    column: int
    head: int
    # The room left of a tile, for arrows.
    indent: int
    tile: int
    row: int
    # Whether names are shown, and the height of their lines.
    named: bool
    name_line: int
    title_size: float
    title_line: int
    # The least number of columns of a cluster, so that its title has room.
    span: int


WIDE = Scale(
    column=224,
    head=46,
    indent=34,
    tile=30,
    row=50,
    named=True,
    name_line=15,
    title_size=14,
    title_line=17,
    span=1,
)
NARROW = Scale(
    column=58,
    head=30,
    indent=22,
    tile=26,
    row=40,
    named=False,
    name_line=0,
    title_size=10.5,
    title_line=14,
    span=2,
)


@dataclass(frozen=True, kw_only=True)
class Node:
    """An entry on the map."""

    # The middle of its tile.
    x: float
    y: float
    tile: EntryTile
    name_lines: tuple[str, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class FamilyLine:
    """The line through the members of a family."""

    # As the attribute `d` of an SVG path.
    path: str
    # Counts the families of a cluster from 0.
    nth: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Edge:
    """The relation of a relation."""

    path: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Cluster:
    """A group on the map."""

    group: RelatedGroup
    x: float
    y: float
    width: float
    height: float
    title_lines: tuple[str, ...]
    nodes: tuple[Node, ...]
    lines: tuple[FamilyLine, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, kw_only=True)
class RelationsMap:
    """The whole drawing."""

    width: float
    height: float
    scale: Scale
    # The lines of the name of each category.
    heads: tuple[tuple[str, ...], ...]
    clusters: tuple[Cluster, ...]


def lay_out_map(
    groups: Sequence[RelatedGroup], categories: Sequence[str], scale: Scale, language: Language
) -> RelationsMap:
    """Return the drawing of `groups` at `scale`."""
    room = scale.column - HEAD_LEFT - GUTTER
    heads = tuple(
        wrap(name, room, CATEGORY_SIZE, language, bold=True) if scale.named else ()
        for name in categories
    )
    head = scale.head + HEAD_LINE * max(0, max(map(len, heads), default=0) - 1)
    free = [float(head)] * len(categories)
    clusters = []
    waiting = list(groups)
    while waiting:
        # The group that can be placed highest comes next; among equals, the first.
        group = min(waiting, key=lambda each: max(free[_span(each, len(categories), scale)]))
        waiting.remove(group)
        columns = _span(group, len(categories), scale)
        y = max(free[columns])
        cluster = _draw_cluster(group, columns, y, scale, language)
        clusters.append(cluster)
        free[columns] = [y + cluster.height + MARGIN] * (columns.stop - columns.start)
    return RelationsMap(
        width=len(categories) * scale.column,
        height=max(free, default=0),
        scale=scale,
        heads=heads,
        clusters=tuple(clusters),
    )


def _span(group: RelatedGroup, count: int, scale: Scale) -> slice:
    """Return which of `count` columns the cluster of `group` covers."""
    first, last = group.categories[0] - 1, group.categories[-1]
    first = max(0, min(first, last - scale.span))
    return slice(first, min(count, max(last, first + scale.span)))


def _draw_cluster(
    group: RelatedGroup, columns: slice, top: float, scale: Scale, language: Language
) -> Cluster:
    """Return the cluster of `group` over `columns`, below `top`."""
    span = columns.stop - columns.start
    room = span * scale.column - 2 * (EDGE + TITLE_LEFT)
    title_lines = wrap(group.title, room, scale.title_size, language, bold=True)
    y = top + MARGIN + len(title_lines) * scale.title_line
    nodes, bottom = _place_nodes(group, y, scale, language)
    return Cluster(
        group=group,
        x=columns.start * scale.column + EDGE,
        y=top,
        width=span * scale.column - 2 * EDGE,
        height=bottom - top,
        title_lines=title_lines,
        nodes=tuple(nodes.values()),
        lines=tuple(
            FamilyLine(path=_draw_line(family, nodes), nth=nth, name=family.name)
            for nth, family in enumerate(group.families)
        ),
        edges=tuple(_draw_edges(group.relations, nodes, scale)),
    )


def _place_nodes(
    group: RelatedGroup, top: float, scale: Scale, language: Language
) -> tuple[dict[str, Node], float]:
    """Return the nodes of `group` by id, below `top`, and the y below the lowest of them."""
    captions = _caption(group.relations)
    room = scale.column - scale.indent - scale.tile - NAME_LEFT - EDGE - GUTTER
    nodes: dict[str, Node] = {}
    bottom = top
    for category in group.categories:
        y = top + scale.tile / 2
        for tile in _order(group, category):
            names = wrap(tile.title, room, NAME_SIZE, language) if scale.named else ()
            notes = tuple(
                line
                for caption in captions.get(tile.id, ())
                if scale.named
                for line in wrap(caption, room, CAPTION_SIZE, language)
            )
            x = (category - 1) * scale.column + scale.indent + scale.tile / 2
            nodes[tile.id] = Node(x=x, y=y, tile=tile, name_lines=names, captions=notes)
            text = (len(names) + len(notes)) * scale.name_line
            y += max(scale.row, scale.tile / 2 + text + 22) if text else scale.row
        bottom = max(bottom, y - scale.tile / 2)
    return nodes, bottom


def _order(group: RelatedGroup, category: int) -> list[EntryTile]:
    """Return the entries of a column: those with most relations on top."""
    tiles = [tile for tile in group.tiles if tile.category == category]
    ends = [end.id for relation in group.relations for end in (relation.source, relation.target)]
    return sorted(tiles, key=lambda tile: -ends.count(tile.id))


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
) -> Iterator[Edge]:
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
        yield Edge(path=path, label=label)
