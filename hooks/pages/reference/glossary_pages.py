"""The glossary; with very many terms, a page for some letters each, and one with all names."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from pages.parts import PartLink, make_head
from pages.reference.glossary import TermRow, list_terms
from register.model import GlossaryTerm
from website import urls
from website.localized_site import LocalizedSite
from website.page import Page, Whole
from website.text.glossary_parts import find_letter, sort_terms


class TermLink(Struct, frozen=True, kw_only=True):
    """A term by its name alone; `link` leads to the part that explains it."""

    id: str
    name: str
    link: str


class Letter(Struct, frozen=True, kw_only=True):
    """A letter of the glossary; `link` leads to its terms."""

    name: str
    anchor: str
    link: str
    # What a page has of them: everything, their names, or nothing.
    rows: tuple[TermRow, ...] = ()
    names: tuple[TermLink, ...] = ()


class _Group(Struct, frozen=True, kw_only=True):
    """The terms of a letter, and the path of the page that explains them."""

    letter: str
    anchor: str
    page: str
    terms: tuple[GlossaryTerm, ...]


def list_glossary_pages(site: LocalizedSite) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the glossary, and of its parts if it is too long."""
    groups = _group_terms(site)
    yield urls.GLOSSARY, partial(_render_glossary, site, groups)
    for path in _list_paths(groups):
        yield path, partial(_render_part, site, groups, path)


def _group_terms(site: LocalizedSite) -> list[_Group]:
    terms = sort_terms(site.register.glossary, site.language)
    letters = groupby(terms, lambda term: find_letter(term, site.language))
    groups = []
    for nth, (letter, found) in enumerate(letters, start=1):
        held = tuple(found)
        page = site.glossary_paths[held[0].id]
        groups.append(_Group(letter=letter, anchor=f"letter-{nth}", page=page, terms=held))
    return groups


def _list_paths(groups: list[_Group]) -> list[str]:
    """Return the paths of the parts, in order: none where all terms are on one page."""
    return [path for path in dict.fromkeys(group.page for group in groups) if path != urls.GLOSSARY]


def _render_glossary(site: LocalizedSite, groups: list[_Group]) -> Page:
    path = urls.GLOSSARY
    is_divided = bool(_list_paths(groups))
    rows = _list_rows(site, path, groups)
    letters = [
        Letter(
            name=group.letter,
            anchor=group.anchor,
            link=f"#{group.anchor}",
            rows=rows.get(group.letter, ()),
            names=tuple(_name_terms(site, group)) if is_divided else (),
        )
        for group in groups
    ]
    return site.render_page("reference/glossary.html", path, letters=letters, is_divided=is_divided)


def _list_rows(
    site: LocalizedSite, path: str, groups: list[_Group]
) -> dict[str, tuple[TermRow, ...]]:
    """Return the rows of each letter that the page at `path` explains."""
    here = [group for group in groups if group.page == path]
    # All at once: the tiles of every entry are made for them.
    rows = iter(list_terms(site, path, [term for group in here for term in group.terms]))
    return {group.letter: tuple(islice(rows, len(group.terms))) for group in here}


def _name_terms(site: LocalizedSite, group: _Group) -> Iterator[TermLink]:
    link = site.link(urls.GLOSSARY, group.page)
    for term in group.terms:
        yield TermLink(id=term.id, name=term[site.language].short, link=f"{link}#{term.id}")


def _render_part(site: LocalizedSite, groups: list[_Group], path: str) -> Page:
    paths = _list_paths(groups)
    title = site.words("glossary")
    links = [_link_part(site, path, page, groups) for page in paths]
    rows = _list_rows(site, path, groups)
    letters = [
        Letter(
            name=group.letter,
            anchor=group.anchor,
            link=f"{site.link(path, group.page) if group.page != path else ''}#{group.anchor}",
            rows=rows.get(group.letter, ()),
        )
        for group in groups
    ]
    head = make_head(site, title, links, paths.index(path))
    page = site.render_page("reference/glossary_part.html", path, head=head, letters=letters)
    return replace(page, whole=Whole(path=urls.GLOSSARY, title=title))


def _link_part(site: LocalizedSite, path: str, page: str, groups: list[_Group]) -> PartLink:
    """Return the link from the page at `path` to the part at `page`."""
    held = [group for group in groups if group.page == page]
    first, last = held[0].letter, held[-1].letter
    count = sum(len(group.terms) for group in held)
    return PartLink(
        title=first if first == last else f"{first}–{last}",
        link=site.link(path, page),
        count=site.words("term-count", count=count),
    )
