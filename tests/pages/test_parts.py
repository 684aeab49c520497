"""A page that would be too long has parts: each holds its share, and every link leads there."""

import posixpath
from collections.abc import Mapping
from itertools import chain

import lxml.html
import pytest

from pages.all_pages import list_pages
from pages.parts import Limits, divide, find_too_long
from pages.reference.glossary import find_most_tiles
from register.model import LANGUAGES, Language
from website.frame.navigation import describe_navigation
from website.localized_site import LocalizedSite
from website.page import Page

LIMITS = Limits(rows=4, names=20, texts=6, related=9, changes=8, milestones=10)


@pytest.fixture(scope="module")
def divided(sites: dict[Language, LocalizedSite]) -> dict[Language, dict[str, Page]]:
    """Return every page of the register, entries aside, where pages have room for very little."""
    return {
        language: {
            path: render()
            for path, render in list_pages(site, LIMITS).items()
            if not site.entry_id_of(path)
        }
        for language, site in sites.items()
    }


def list_parts(pages: Mapping[str, Page], path: str) -> dict[str, Page]:
    return {each: page for each, page in pages.items() if page.whole and page.whole.path == path}


def list_rows(page: Page) -> list[str]:
    rows = lxml.html.fromstring(page.body).xpath("//table[@class='entries']/tbody/tr/@data-entry")
    return [str(each) for each in rows]


def test_a_small_register_has_no_parts(sites: dict[Language, LocalizedSite]) -> None:
    boundless = Limits(
        rows=9999, names=9999, texts=9999, related=9999, changes=9999, milestones=9999
    )
    assert list_pages(sites["en"]).keys() == list_pages(sites["en"], boundless).keys()
    assert len(list_pages(sites["en"], LIMITS)) > len(list_pages(sites["en"]))


def test_both_languages_have_the_same_parts(
    divided: dict[Language, dict[str, Page]],
) -> None:
    assert divided["fr"].keys() == divided["en"].keys()
    wholes = {page.whole.path for page in divided["fr"].values() if page.whole}
    assert {"changes", "relations", "timeline", "lists/succinct", "lists/detailed"} <= wholes
    assert {"categories/standard-setting", "by/phase/active", "by/body/wco-tta"} <= wholes


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_anchors_of_divided_pages_lead_somewhere(
    divided: dict[Language, dict[str, Page]],
    sites: dict[Language, LocalizedSite],
    language: Language,
) -> None:
    pages, site = divided[language], sites[language]
    trees = {path: lxml.html.fromstring(str(page.body)) for path, page in pages.items()}
    known = {site.links.url(path): path for path in pages}
    checked = 0
    for path, tree in trees.items():
        base = "/" + site.links.url(path)
        for link in tree.xpath("//a/@href"):
            address, _, anchor = str(link).partition("#")
            target = posixpath.normpath(posixpath.join(base, address)).strip("/") + "/"
            target = base[1:] if not address else target
            if target in known and anchor and known[target] not in ("explore", "compare"):
                assert anchor in trees[known[target]].xpath("//@id"), (path, link)
            checked += target in known
        for part in list_parts(pages, path):
            assert any(
                posixpath.normpath(posixpath.join(base, str(link))).strip("/") == part
                for link in tree.xpath("//ul[contains(@class, 'parts')]//a/@href")
            ), (path, part)
    assert checked > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_parts_hold_each_entry_of_their_page_once_and_not_too_many(
    divided: dict[Language, dict[str, Page]],
    sites: dict[Language, LocalizedSite],
    language: Language,
) -> None:
    pages, site = divided[language], sites[language]
    for key, entries in site.register.by_category.items():
        found = [list_rows(page) for page in list_parts(pages, f"categories/{key}").values()]
        expected = [entry.id for entry in entries]
        assert list(chain.from_iterable(found)) == (expected if len(expected) > 4 else [])
    for facet in ("phase", "access"):
        for value, entries in site.facets[facet].items():
            path = f"by/{facet}/{value}"
            rows = [*list_parts(pages, path).values(), pages[path]]
            found = [list_rows(page) for page in rows]
            assert max(map(len, found)) <= LIMITS.rows
            assert sorted(chain.from_iterable(found)) == sorted(entry.id for entry in entries)
    assert not list_rows(pages["initiatives/index"])
    for kind in ("succinct", "detailed"):
        parts = list_parts(pages, f"lists/{kind}").values()
        links = [lxml.html.fromstring(each.body).xpath("//tbody//th/a/@href") for each in parts]
        names = [link.rstrip("/").rpartition("/")[2] for link in chain.from_iterable(links)]
        assert sorted(names) == sorted(site.register.by_id)


def test_a_part_has_a_title_of_its_own_and_the_whole_page_above_it(
    divided: dict[Language, dict[str, Page]], sites: dict[Language, LocalizedSite]
) -> None:
    for language, pages in divided.items():
        titles = [page.title for page in pages.values()]
        assert len(set(titles)) == len(titles)
        assert len({page.description for page in pages.values()}) == len(pages)
        for page in pages.values():
            if page.whole is None:
                continue
            nav = describe_navigation(sites[language], page.path, page.whole)
            assert nav.breadcrumbs[-1].path == page.whole.path
            # The same menu is open as on the whole page.
            above = describe_navigation(sites[language], page.whole.path)
            assert [item.active for item in nav.menu] == [item.active for item in above.menu]
            assert not any(item.current for item in nav.menu)


def test_parts_are_filled_by_weight_in_order() -> None:
    weights = {"a": 2, "b": 2, "c": 1, "d": 9, "e": 1}
    parts = divide(
        "abcde", 4, lambda item: "odd" if item == "e" else "even", ("odd", "even"), weights.get
    )
    assert [(part.key, "".join(part.items)) for part in parts] == [
        ("odd", "e"),
        ("even/1", "ab"),
        ("even/2", "c"),
        ("even/3", "d"),
    ]
    assert [(part.key, part.total) for part in divide("abc", 2, lambda _: "", [""])] == [
        ("1", 2),
        ("2", 2),
    ]


def test_the_shortest_sections_stay_as_many_as_fit() -> None:
    assert find_too_long([5, 1, 3], 9) == set()
    assert find_too_long([5, 1, 3], 8) == {0}
    assert find_too_long([5, 1, 3], 0) == {0, 1, 2}


def test_terms_of_many_entries_lose_their_tiles_first() -> None:
    assert find_most_tiles([1, 5, 5, 40]) == 40
    assert find_most_tiles([1, 5, 5, 40], 50) == 5
    assert find_most_tiles([1, 5, 5, 40], 10) == 1
    assert find_most_tiles([1, 61]) == 1
