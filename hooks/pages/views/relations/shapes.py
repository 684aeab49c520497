"""What the map of relations consists of, and the measures of its two drawings."""

from msgspec import Struct

from pages.views.relations.groups import RelatedGroup
from website.entries.entry_tile import EntryTile


class Scale(Struct, frozen=True, kw_only=True):
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
    # The most columns of the drawing, so that its type is large enough on a page.
    most: int


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
    most=5,
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
    most=6,
)


class Node(Struct, frozen=True, kw_only=True):
    """An entry on the map."""

    # The middle of its tile.
    x: float
    y: float
    tile: EntryTile
    name_lines: tuple[str, ...]
    # The name of its category, where no column says it.
    category_lines: tuple[str, ...]
    captions: tuple[str, ...]


class Line(Struct, frozen=True, kw_only=True):
    """The line through the members of a family, or the arrow of a relation."""

    # As the attribute `d` of an SVG path.
    path: str
    label: str


class Cluster(Struct, frozen=True, kw_only=True):
    """A group on the map."""

    group: RelatedGroup
    x: float
    y: float
    width: float
    height: float
    title_lines: tuple[str, ...]
    nodes: tuple[Node, ...]
    families: tuple[Line, ...]
    relations: tuple[Line, ...]


class RelationsMap(Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    width: float
    height: float
    scale: Scale
    # The lines of the name of each category; none if its columns are not those of categories.
    heads: tuple[tuple[str, ...], ...]
    clusters: tuple[Cluster, ...]
