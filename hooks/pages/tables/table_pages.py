"""The pages that list entries: by category, and all of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

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
from pages.tables.entry_table import list_rows
from pages.views.bar_chart import count_phases
from register.model import Initiative
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page


def list_table_pages(site: LocalizedSite, most: int) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the page of all entries, and of those of each category.

    A table has at most `most` rows: beyond that, the page of all entries leads to the categories,
    and that of a category to its parts.
    """
    yield urls.CATEGORIES, partial(site.render_page, "tables/categories.html", urls.CATEGORIES)
    yield urls.INITIATIVES, partial(_render_initiatives, site, most)
    for key, entries in site.register.by_category.items():
        path, name = urls.category(key), site.say(site.register.vocabulary.categories[key].short)
        division = None
        if len(entries) > most:
            division = divide_page(path, name, divide(entries, most, lambda _: "", [""]))
        yield path, partial(_render_category, site, key, division)
        yield from list_table_parts(site, division)


def divide_entries(
    site: LocalizedSite, path: str, title: str, entries: Sequence[Initiative], most: int
) -> Division[Initiative] | None:
    """Return the parts, by category, of the page that lists `entries`, if they exceed `most`."""
    if len(entries) <= most:
        return None
    return divide_page(path, title, divide_by_category(site, entries, most))


def divide_by_category(
    site: LocalizedSite, entries: Iterable[Initiative], most: int
) -> tuple[Part[Initiative], ...]:
    """Return `entries` in parts of at most `most`, by category."""
    return divide(entries, most, lambda entry: entry.category, site.register.vocabulary.categories)


def list_table_parts(
    site: LocalizedSite, division: Division[Initiative] | None
) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of each part of `division`, as a table."""
    return list_part_pages(site, division, partial(_render_part, site))


def _render_part(site: LocalizedSite, path: str, part: Part[Initiative], head: PartHead) -> Page:
    rows = list_rows(site, part.items)
    category = site.category_number(part.items[0].category)
    return site.render_page("tables/part.html", path, head=head, rows=rows, category=category)


def _render_initiatives(site: LocalizedSite, most: int) -> Page:
    path = urls.INITIATIVES
    entries = site.register.initiatives
    is_divided = len(entries) > most
    return site.render_page(
        "tables/initiatives.html",
        path,
        rows=[] if is_divided else list_rows(site, entries),
        parts=_link_categories(site, path) if is_divided else [],
        count=len(entries),
        left=site.count_left(entries),
    )


def _link_categories(site: LocalizedSite, path: str) -> list[PartLink]:
    categories = site.register.vocabulary.categories
    return [
        PartLink(
            title=site.say(categories[key].short),
            link=site.link(path, urls.category(key)),
            count=site.words("category-count", count=len(entries)),
        )
        for key, entries in site.register.by_category.items()
    ]


def _render_category(
    site: LocalizedSite, category_id: str, division: Division[Initiative] | None
) -> Page:
    path = urls.category(category_id)
    entries = site.register.by_category[category_id]
    return site.render_page(
        "tables/category.html",
        path,
        category_id=category_id,
        category=site.register.vocabulary.categories[category_id],
        count=len(entries),
        left=site.count_left(entries),
        rows=[] if division else list_rows(site, entries),
        parts=link_parts(site, path, division),
        phases=count_phases(site, entries),
    )
