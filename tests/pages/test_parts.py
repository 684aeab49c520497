"""A page that would be too long has parts: each holds its share, and every link leads there."""

import posixpath
from collections.abc import Mapping
from itertools import chain

import lxml.html
import pytest

from pages.all_pages import list_pages
from pages.parts import divide, find_too_long
from pages.reference.glossary import find_most_tiles
from pages.tables.facet_pages import Choice, Facet
from register.model import LANGUAGES, Bilingual, GlossaryForm, GlossaryTerm, Language
from register.register import Register
from search.documents import find_acronyms, list_documents
from support.build import TEMPLATES
from website.frame.navigation import describe_navigation
from website.limits import Limits
from website.localized_site import LocalizedSite
from website.page import Page
from website.text.glossary_parts import divide_letters
from website.urls import Links

LIMITS = Limits(rows=4, names=20, texts=6, related=9, changes=8, milestones=10, terms=20)
# An entry whose page explains terms of several letters.
ENTRY = "initiatives/cen"


def make_sites(register: Register, links: Links) -> dict[Language, LocalizedSite]:
    return {
        language: LocalizedSite(register, language, TEMPLATES, links, limits=LIMITS)
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def small(register: Register) -> dict[Language, LocalizedSite]:
    """Return the register where pages have room for very little."""
    return make_sites(register, Links())


def render_pages(site: LocalizedSite) -> dict[str, Page]:
    """Return every page, those of entries but one aside."""
    return {
        path: render()
        for path, render in list_pages(site).items()
        if path == ENTRY or not site.entry_id_of(path)
    }


@pytest.fixture(scope="module")
def divided(small: dict[Language, LocalizedSite]) -> dict[Language, dict[str, Page]]:
    """Return every page of the register, entries but one aside."""
    return {language: render_pages(site) for language, site in small.items()}


def list_parts(pages: Mapping[str, Page], path: str) -> dict[str, Page]:
    return {each: page for each, page in pages.items() if page.whole and page.whole.path == path}


def list_rows(page: Page) -> list[str]:
    rows = lxml.html.fromstring(page.body).xpath("//table[@class='entries']/tbody/tr/@data-entry")
    return [str(each) for each in rows]


def test_a_small_register_has_no_parts(
    register: Register,
    sites: dict[Language, LocalizedSite],
    small: dict[Language, LocalizedSite],
) -> None:
    limits = Limits(**dict.fromkeys(Limits.__struct_fields__, 9999))
    boundless = LocalizedSite(register, "en", TEMPLATES, Links(), limits=limits)
    assert list_pages(sites["en"]).keys() == list_pages(boundless).keys()
    assert len(list_pages(small["en"])) > len(list_pages(sites["en"]))


def test_both_languages_have_the_same_parts(
    divided: dict[Language, dict[str, Page]],
) -> None:
    assert divided["fr"].keys() == divided["en"].keys()
    wholes = {page.whole.path for page in divided["fr"].values() if page.whole}
    assert {"changes", "glossary", "relations", "timeline"} <= wholes
    assert {"lists/succinct", "lists/detailed"} <= wholes
    assert {"categories/standard-setting", "by/phase/active", "by/body/wco-tta"} <= wholes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_offline", [False, True])
def test_links_and_anchors_of_divided_pages_lead_somewhere(
    divided: dict[Language, dict[str, Page]],
    register: Register,
    language: Language,
    is_offline: bool,
) -> None:
    links = Links(directory_urls=not is_offline)
    pages = divided[language]
    if is_offline:
        pages = render_pages(make_sites(register, links)[language])
    trees = {path: lxml.html.fromstring(str(page.body)) for path, page in pages.items()}
    ids = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    known = {links.url(path).strip("/"): path for path in pages}

    def find(path: str, address: str) -> str:
        """Return the path of the page at `address`, as written on the page at `path`."""
        folder = posixpath.dirname("/" + links.url(path))
        target = posixpath.normpath(posixpath.join(folder, address)).strip("/")
        return known.get(target, "") if address else path

    checked = 0
    for path, tree in trees.items():
        for link in tree.xpath("//a/@href"):
            address, _, anchor = str(link).partition("#")
            target = find(path, address)
            if target and anchor and target not in ("explore", "compare"):
                assert anchor in ids[target], (path, link)
            checked += bool(target)
        listed = tree.xpath("//ul[contains(@class, 'parts')]//a/@href")
        found = {find(path, str(link).partition("#")[0]) for link in listed}
        assert list_parts(pages, path).keys() <= found, path
    assert checked > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_page_says_which_part_has_an_anchor_of_old(
    divided: dict[Language, dict[str, Page]], language: Language
) -> None:
    pages = divided[language]
    for path in ("glossary", "relations", "timeline", "lists/detailed"):
        whole = lxml.html.fromstring(str(pages[path].body))
        assert pages[path].scripts == ("assets/js/parts.js",)
        held: dict[str, str] = {}
        for item in whole.xpath("//ul[contains(@class, 'parts')]/li"):
            link = str(item.xpath("./a/@href")[0]).partition("#")[0].strip("/")
            for anchor in [item.get("id", ""), *item.get("data-holds", "").split()]:
                held.setdefault(anchor, posixpath.join(path, link))
        ids = {
            part: set(lxml.html.fromstring(str(page.body)).xpath("//tr/@id | //li/@id"))
            for part, page in list_parts(pages, path).items()
        }
        anchors = set().union(*ids.values())
        assert len(anchors) > 5, path
        assert [each for each in anchors if each not in ids[held[each]]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_and_the_texts_lead_to_the_part_that_explains_a_term(
    divided: dict[Language, dict[str, Page]],
    small: dict[Language, LocalizedSite],
    language: Language,
) -> None:
    pages, site = divided[language], small[language]
    ids = {
        part: set(lxml.html.fromstring(str(page.body)).xpath("//tr/@id"))
        for part, page in list_parts(pages, "glossary").items()
    }
    found = [
        each["url"].split("/#")
        for each in list_documents(site, find_acronyms(site.register))
        if each.get("term")
    ]
    assert [part for part, term in found if term not in ids[part]] == []
    assert {term for _, term in found} == {term.id for term in site.register.glossary}
    links = lxml.html.fromstring(str(pages[ENTRY].body)).xpath("//a/@href")
    explained = [str(link).split("/#") for link in links if "/glossary/" in link]
    assert len({part for part, _ in explained}) > 1
    for part, term in explained:
        assert term in ids[posixpath.normpath(posixpath.join(ENTRY, part)).removeprefix("./")]


@pytest.mark.parametrize(("count", "links"), [(75, []), (76, ["#lead", "#body"])])
def test_a_long_page_of_criteria_has_links_to_each(
    sites: dict[Language, LocalizedSite], count: int, links: list[str]
) -> None:
    choices = tuple(Choice(id=str(n), label="Body", count=1, link="x/") for n in range(count))
    facets = [Facet(id=key, label=key, choices=choices) for key in ("lead", "body")]
    page = sites["en"].render_page("tables/facets.html", "by/index", facets=facets)
    assert lxml.html.fromstring(page.body).xpath("//nav//a/@href") == links


def make_term(fr: str, en: str) -> GlossaryTerm:
    return GlossaryTerm(
        id=en.lower(),
        fr=GlossaryForm(short=fr),
        en=GlossaryForm(short=en),
        note=Bilingual(fr="Note.", en="Note."),
    )


def test_parts_of_a_glossary_have_the_same_letters_in_both_languages() -> None:
    pairs = ["ab", "aw", "bc", "cw", "éb", "eb", "1w", "ww"]
    glossary = [make_term(pair[0] * 2, pair[1] * 2) for pair in pairs]
    assert divide_letters(glossary, 8) == ()
    # A letter is never parted, and no part is empty in a language.
    assert divide_letters(glossary, 3) == (("#", "A", "B"), ("C", "E"), ("W",))
    assert divide_letters(glossary, 1) == (("#", "A", "B"), ("C",), ("E", "W"))


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
    divided: dict[Language, dict[str, Page]], small: dict[Language, LocalizedSite]
) -> None:
    for language, pages in divided.items():
        titles = [page.title for page in pages.values()]
        assert len(set(titles)) == len(titles)
        assert len({page.description for page in pages.values()}) == len(pages)
        for page in pages.values():
            if page.whole is None:
                continue
            nav = describe_navigation(small[language], page.path, page.whole)
            assert nav.breadcrumbs[-1].path == page.whole.path
            # The same menu is open as on the whole page.
            above = describe_navigation(small[language], page.whole.path)
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
