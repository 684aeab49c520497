"""The parts of a page that would be too long: a page for each category, or for some of it.

How much a page holds is in `website/limits.py`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from website import urls
from website.localized_site import LocalizedSite
from website.page import Page, Whole

Item = TypeVar("Item")


class Part(Struct, Generic[Item], frozen=True, kw_only=True):
    """What one page holds of a divided one: items of one category."""

    # The end of its address, below that of the divided page.
    key: str
    # Empty where the divided page itself is that of a category.
    category: str
    # Which part of the category it is, from 1, and how many there are.
    nth: int
    total: int
    items: tuple[Item, ...]


class Division(Struct, Generic[Item], frozen=True, kw_only=True):
    """A page, or a section of it, with the parts that stand for its content."""

    whole: Whole
    # Where the pages of the parts are, and what their titles begin with.
    folder: str
    title: str
    parts: tuple[Part[Item], ...]
    # The key of the words that count items.
    word: str = "category-count"
    # Returns the anchor of an item in its part.
    anchor: Callable[[Item], str] | None = None


class PartLink(Struct, frozen=True, kw_only=True):
    """A link to a part; `count` says how much it holds."""

    title: str
    link: str
    count: str
    # That of its category on the page before it was divided; only for the first part of it.
    anchor: str = ""
    # The anchors in it that were on that page, too.
    holds: tuple[str, ...] = ()


class PartHead(Struct, frozen=True, kw_only=True):
    """What stands above the content of a part: its title, and the parts before and after it."""

    title: str
    count: str
    before: PartLink | None
    after: PartLink | None


RenderPart = Callable[[str, Part[Item], PartHead], Page]


def divide(
    items: Iterable[Item],
    most: int,
    categorize: Callable[[Item], str],
    categories: Iterable[str],
    weigh: Callable[[Item], int] = lambda _: 1,
) -> tuple[Part[Item], ...]:
    """Return `items` in parts that weigh at most `most` each, by category, else in their order.

    `categories` gives the order of the parts. A single item may weigh more than `most`.
    """
    groups: dict[str, list[Item]] = {category: [] for category in categories}
    for item in items:
        groups[categorize(item)].append(item)
    return tuple(
        Part(
            key="/".join(filter(None, (category, str(nth) if len(pieces) > 1 else ""))),
            category=category,
            nth=nth,
            total=len(pieces),
            items=tuple(piece),
        )
        for category, group in groups.items()
        for pieces in (_fill(group, most, weigh),)
        for nth, piece in enumerate(pieces, start=1)
    )


def _fill(items: Sequence[Item], most: int, weigh: Callable[[Item], int]) -> list[list[Item]]:
    pieces: list[list[Item]] = []
    room = 0
    for item in items:
        weight = weigh(item)
        if not pieces or weight > room:
            pieces.append([])
            room = most
        pieces[-1].append(item)
        room -= weight
    return pieces


def find_too_long(weights: Sequence[int], most: int) -> set[int]:
    """Return the places of the sections that do not fit on a page of at most `most`.

    The shortest ones stay, as many as fit together.
    """
    left = set(range(len(weights)))
    room = most
    for place in sorted(left, key=lambda place: weights[place]):
        room -= weights[place]
        if room < 0:
            break
        left.remove(place)
    return left


def divide_page(
    path: str, title: str, parts: tuple[Part[Item], ...], word: str = "category-count"
) -> Division[Item]:
    """Return the division of a whole page into `parts`."""
    whole = Whole(path=path, title=title)
    return Division(whole=whole, folder=path, title=title, parts=parts, word=word)


def link_parts(site: LocalizedSite, origin: str, division: Division[Item] | None) -> list[PartLink]:
    """Return the links from the page at `origin` to the parts of `division`, if there is one."""
    if division is None:
        return []
    return [
        PartLink(
            title=name_part(site, part),
            link=site.link(origin, urls.part(division.folder, part.key)),
            count=site.words(division.word, count=len(part.items)),
            anchor=part.category if part.nth == 1 else "",
            holds=tuple(map(division.anchor, part.items)) if division.anchor else (),
        )
        for part in division.parts
    ]


def name_part(site: LocalizedSite, part: Part[Item]) -> str:
    """Return the title of a part: its category and, if that has several, which one it is."""
    if not part.category:
        return site.words("part-alone", nth=part.nth, total=part.total)
    name = site.say(site.register.vocabulary.categories[part.category].short)
    if part.total == 1:
        return name
    return site.words("part-of", name=name, nth=part.nth, total=part.total)


def list_part_pages(
    site: LocalizedSite, division: Division[Item] | None, render: RenderPart[Item]
) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of each part of `division`, if there is one.

    `render` gets the path of the page, the part and its head.
    """
    if division is not None:
        for nth, part in enumerate(division.parts):
            path = urls.part(division.folder, part.key)
            yield path, partial(_render, site, division, nth, path, render)


def _render(
    site: LocalizedSite, division: Division[Item], nth: int, path: str, render: RenderPart[Item]
) -> Page:
    head = make_head(site, division.title, link_parts(site, path, division), nth)
    return replace(render(path, division.parts[nth], head), whole=division.whole)


def make_head(site: LocalizedSite, title: str, links: Sequence[PartLink], nth: int) -> PartHead:
    """Return the head of the part at place `nth` of `links`; its title begins with `title`."""
    return PartHead(
        title=f"{title}{site.words('colon')} {links[nth].title}",
        count=links[nth].count,
        before=links[nth - 1] if nth else None,
        after=links[nth + 1] if nth + 1 < len(links) else None,
    )
