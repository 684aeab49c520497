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


class Letter(Struct, frozen=True, kw_only=True):
    """The terms of a letter, and the path of the page that explains them."""

    name: str
    anchor: str
    page: str
    terms: tuple[GlossaryTerm, ...]


def list_glossary_pages(site: LocalizedSite) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Yield path and renderer of the glossary, and of its parts if it is too long."""
    letters = _list_letters(site)
    yield urls.GLOSSARY, partial(_render_glossary, site, letters)
    for path in _list_paths(letters):
        yield path, partial(_render_part, site, letters, path)


def _list_letters(site: LocalizedSite) -> list[Letter]:
    terms = sort_terms(site.register.glossary, site.language)
    letters: list[Letter] = []
    for name, found in groupby(terms, lambda term: find_letter(term, site.language)):
        held, anchor = tuple(found), f"letter-{len(letters) + 1}"
        page = site.glossary_paths[held[0].id]
        letters.append(Letter(name=name, anchor=anchor, page=page, terms=held))
    return letters


def _list_paths(letters: list[Letter]) -> list[str]:
    """Return the paths of the parts, in order: none where all terms are on one page."""
    return [path for path in dict.fromkeys(each.page for each in letters) if path != urls.GLOSSARY]


def _render_glossary(site: LocalizedSite, letters: list[Letter]) -> Page:
    path = urls.GLOSSARY
    return site.render_page(
        "reference/glossary.html",
        path,
        letters=letters,
        rows=_list_rows(site, path, letters),
        is_divided=bool(_list_paths(letters)),
    )


def _list_rows(site: LocalizedSite, path: str, letters: list[Letter]) -> dict[str, list[TermRow]]:
    """Return the rows of each letter that the page at `path` explains."""
    here = [letter for letter in letters if letter.page == path]
    # All at once: the tiles of every entry are made for them.
    rows = iter(list_terms(site, path, [term for letter in here for term in letter.terms]))
    return {letter.name: list(islice(rows, len(letter.terms))) for letter in here}


def _render_part(site: LocalizedSite, letters: list[Letter], path: str) -> Page:
    paths, title = _list_paths(letters), site.words("glossary")
    links = [_link_part(site, path, page, letters) for page in paths]
    page = site.render_page(
        "reference/glossary_part.html",
        path,
        head=make_head(site, title, links, paths.index(path)),
        letters=letters,
        rows=_list_rows(site, path, letters),
    )
    return replace(page, whole=Whole(path=urls.GLOSSARY, title=title))


def _link_part(site: LocalizedSite, path: str, page: str, letters: list[Letter]) -> PartLink:
    """Return the link from the page at `path` to the part at `page`."""
    held = [letter for letter in letters if letter.page == page]
    first, last = held[0].name, held[-1].name
    count = sum(len(letter.terms) for letter in held)
    return PartLink(
        title=first if first == last else f"{first}–{last}",
        link=site.link(path, page),
        count=site.words("term-count", count=count),
    )
