"""The map of relations: a column per category, an island per group, a line through each family.

Pure geometry in units of the drawing. It is made twice: wide, with names, and narrow enough for a
phone, with numbers only. Islands are set as high as the columns they span leave room.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pages.views.relations.groups import Arrow, Kin, TieGroup
from website.entry_tile import EntryTile

TITLE_LINE = 17
MARGIN = 14
# Captions are set smaller than names: this many letters more go on a line.
CAPTION_EXTRA = 3


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The measures of one of the two drawings, in units.

    `indent` is the room for arrows left of a tile, `letters` the length of a line of a name (0
    for no names), `title_letters` that of a title, per column; an island spans at least `span`
    columns, so that its title finds room.
    """

    column: int
    head: int
    indent: int
    tile: int
    row: int
    letters: int
    name_line: int
    title_letters: int
    span: int


WIDE = Scale(
    column=212,
    head=46,
    indent=34,
    tile=30,
    row=50,
    letters=20,
    name_line=15,
    title_letters=23,
    span=1,
)
NARROW = Scale(
    column=58,
    head=30,
    indent=22,
    tile=26,
    row=40,
    letters=0,
    name_line=0,
    title_letters=7,
    span=2,
)


@dataclass(frozen=True, kw_only=True)
class Station:
    """An entry on the map: `x` and `y` are the middle of its tile."""

    x: float
    y: float
    tile: EntryTile
    name_lines: tuple[str, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Track:
    """The line of a family; `nth` counts the families of an island, from 0."""

    path: str
    nth: int
    name: str


@dataclass(frozen=True, kw_only=True)
class Edge:
    """The arrow of a relation."""

    path: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Island:
    """A group on the map."""

    group: TieGroup
    x: float
    y: float
    width: float
    height: float
    title_lines: tuple[str, ...]
    stations: tuple[Station, ...]
    tracks: tuple[Track, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, kw_only=True)
class RelationsMap:
    """The whole drawing."""

    width: float
    height: float
    scale: Scale
    islands: tuple[Island, ...]


def lay_out_map(
    groups: Sequence[TieGroup], categories: Sequence[str], scale: Scale
) -> RelationsMap:
    """Return the drawing of `groups` at `scale`."""
    free = [float(scale.head)] * len(categories)
    islands = []
    waiting = list(groups)
    while waiting:
        # The group that can stand highest comes next; among equals, the first.
        group = min(waiting, key=lambda each: max(free[_span(each, len(categories), scale)]))
        waiting.remove(group)
        columns = _span(group, len(categories), scale)
        y = max(free[columns])
        island = _draw_island(group, columns, y, scale)
        islands.append(island)
        free[columns] = [y + island.height + MARGIN] * (columns.stop - columns.start)
    return RelationsMap(
        width=len(categories) * scale.column,
        height=max(free, default=0),
        scale=scale,
        islands=tuple(islands),
    )


def _span(group: TieGroup, count: int, scale: Scale) -> slice:
    """Return the columns that the island of `group` takes, of `count`."""
    first, last = group.categories[0] - 1, group.categories[-1]
    first = max(0, min(first, last - scale.span))
    return slice(first, min(count, max(last, first + scale.span)))


def _draw_island(group: TieGroup, columns: slice, top: float, scale: Scale) -> Island:
    """Return the island of `group` over `columns`, below `top`."""
    span = columns.stop - columns.start
    title_lines = tuple(textwrap.wrap(group.title, scale.title_letters * span))
    y = top + MARGIN + len(title_lines) * TITLE_LINE
    captions = _caption(group.arrows)
    stations: dict[str, Station] = {}
    bottom = y
    for category in group.categories:
        row_y = y + scale.tile / 2
        for tile in _order(group, category):
            names = tuple(textwrap.wrap(tile.title, scale.letters)) if scale.letters else ()
            notes = tuple(
                line
                for caption in captions.get(tile.id, ())
                if scale.letters
                for line in textwrap.wrap(caption, scale.letters + CAPTION_EXTRA)
            )
            stations[tile.id] = Station(
                x=(category - 1) * scale.column + scale.indent + scale.tile / 2,
                y=row_y,
                tile=tile,
                name_lines=names,
                captions=notes,
            )
            text = (len(names) + len(notes)) * scale.name_line
            row_y += max(scale.row, scale.tile / 2 + text + 22) if text else scale.row
        bottom = max(bottom, row_y - scale.tile / 2)
    x = columns.start * scale.column + 4
    return Island(
        group=group,
        x=x,
        y=top,
        width=span * scale.column - 8,
        height=bottom - top,
        title_lines=title_lines,
        stations=tuple(stations.values()),
        tracks=tuple(
            Track(path=_draw_track(kin, stations), nth=nth, name=kin.name)
            for nth, kin in enumerate(group.kin)
        ),
        edges=tuple(_draw_edges(group.arrows, stations, scale)),
    )


def _order(group: TieGroup, category: int) -> list[EntryTile]:
    """Return the entries of a column: those with most relations on top."""
    tiles = [tile for tile in group.tiles if tile.category == category]
    ends = [end.id for arrow in group.arrows for end in (arrow.source, arrow.target)]
    return sorted(tiles, key=lambda tile: -ends.count(tile.id))


def _caption(arrows: Sequence[Arrow]) -> dict[str, list[str]]:
    """Return, by the id of each entry, what its relations say: "builds on 33"."""
    captions: dict[str, dict[str, list[str]]] = {}
    for arrow in arrows:
        kinds = captions.setdefault(arrow.source.id, {})
        kinds.setdefault(arrow.kind, []).append(str(arrow.target.number))
    return {
        entry_id: [f"{kind} {', '.join(targets)}" for kind, targets in kinds.items()]
        for entry_id, kinds in captions.items()
    }


def _draw_track(kin: Kin, stations: dict[str, Station]) -> str:
    """Return the path of a family: down each column, and across from top to top."""
    columns: dict[float, list[float]] = {}
    for member in kin.members:
        station = stations[member.id]
        columns.setdefault(station.x, []).append(station.y)
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
    arrows: Sequence[Arrow], stations: dict[str, Station], scale: Scale
) -> Iterator[Edge]:
    """Yield the arrows: an arc at the left within a column, a curve from column to column."""

    def reach(arrow: Arrow) -> float:
        return abs(stations[arrow.source.id].y - stations[arrow.target.id].y)

    half = scale.tile / 2
    # The longer an arc, the further out it runs: arcs to one target do not cross.
    for nth, arrow in enumerate(sorted(arrows, key=reach)):
        one, other = stations[arrow.source.id], stations[arrow.target.id]
        if one.x == other.x:
            out = one.x - half - 6 - (scale.indent - 10) * (nth + 1) / len(arrows)
            # Arcs from one side meet in one point, with one head.
            end = other.y + (half - 6) * (1 if one.y > other.y else -1)
            curve = f"C{out:.4g} {one.y:g} {out:.4g} {end:.4g} {other.x - half - 2:g} {end:.4g}"
            path = f"M{one.x - half:g} {one.y:g}{curve}"
        else:
            side = 1 if other.x > one.x else -1
            start, stop = one.x + side * half, other.x - side * (half + 2)
            middle = (start + stop) / 2
            curve = f"C{middle:g} {one.y:g} {middle:g} {other.y:g} {stop:g} {other.y:g}"
            path = f"M{start:g} {one.y:g}{curve}"
        label = f"{arrow.source.number} – {arrow.kind} – {arrow.target.number}"
        yield Edge(path=path, label=label)
