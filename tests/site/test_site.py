"""The built site: every link leads somewhere, each language mirrors the other."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.html
import pytest

from support.anchors import list_anchors

SITE_URL = "https://wco-data-initiatives.example/"


@cache
def parse(path: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(path.read_text(encoding="utf-8"))


@cache
def anchors(path: Path) -> frozenset[str]:
    return list_anchors(parse(path))


def pages(site: Path) -> list[Path]:
    """Return the pages, without the editions to download and without /data/, of no language."""
    return sorted(
        page
        for page in site.rglob("*.html")
        if page.parent.relative_to(site).as_posix() not in {"download", "data"}
    )


def address(site: Path, page: Path) -> str:
    return SITE_URL + page.relative_to(site).as_posix().removesuffix("index.html")


def test_every_internal_link_and_anchor_resolves(built_site: Path) -> None:
    broken = []
    for page in pages(built_site):
        base = address(built_site, page)
        for attribute in parse(page).xpath("//@href | //@src"):
            url, fragment = urldefrag(urljoin(base, str(attribute)))
            if not url.startswith(SITE_URL):
                continue
            target = built_site / unquote(urlsplit(url).path).lstrip("/")
            if target.is_dir():
                target /= "index.html"
            if not target.is_file() or (fragment and fragment not in anchors(target)):
                broken.append(f"{page.relative_to(built_site)}: {attribute}")
    assert not broken, "\n".join(broken[:20])


def test_each_page_has_its_twin_in_the_other_language(built_site: Path) -> None:
    french, english = (
        {
            page.relative_to(built_site / language).as_posix()
            for page in pages(built_site / language)
        }
        for language in ("fr", "en")
    )
    assert french == english
    assert len(french) > 41


def test_pages_name_their_language_and_their_alternates(built_site: Path) -> None:
    for language, other in (("fr", "en"), ("en", "fr")):
        for page in pages(built_site / language):
            if page.name == "404.html":
                continue
            tree = parse(page)
            rest = page.relative_to(built_site / language).as_posix().removesuffix("index.html")
            assert tree.get("lang") == language
            assert tree.xpath("string(//link[@rel='canonical']/@href)") == (
                f"{SITE_URL}{language}/{rest}"
            )
            alternates = {
                link.get("hreflang"): link.get("href")
                for link in tree.xpath("//link[@rel='alternate'][@hreflang]")
            }
            assert alternates[other] == f"{SITE_URL}{other}/{rest}"
            assert "x-default" in alternates
            feed = tree.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
            assert [urljoin(f"/{language}/{rest}", each) for each in feed] == [
                f"/{language}/changes.xml"
            ]
            switch = tree.xpath("//a[contains(@class, 'site-header__language')]")[0]
            assert urljoin(f"{SITE_URL}{language}/{rest}", switch.get("href")) == alternates[other]


def test_titles_and_descriptions_are_each_pages_own(built_site: Path) -> None:
    for language in ("fr", "en"):
        seen: dict[str, Path] = {}
        for page in pages(built_site / language):
            if page.name == "404.html":
                continue
            tree = parse(page)
            for text in (
                tree.xpath("string(//title)"),
                tree.xpath("string(//meta[@name='description']/@content)"),
            ):
                assert text, page
                assert len(tree.xpath("//h1")) == 1, page
            title = tree.xpath("string(//title)")
            assert title not in seen, (page, seen[title])
            seen[title] = page


def test_the_sitemap_has_every_page_with_its_alternates(built_site: Path) -> None:
    sitemap = lxml.etree.parse(str(built_site / "sitemap.xml"))
    spaces = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    found = sitemap.xpath("//s:loc/text()", namespaces=spaces)
    # The other pages stand for one that is not there, or not kept on a device.
    there = [page for page in pages(built_site) if not page.name.startswith(("404", "not-kept"))]
    expected = [address(built_site, page) for page in there]
    assert sorted(found) == sorted(expected)
    for url in sitemap.xpath("//s:url[contains(s:loc, '/fr/')]", namespaces=spaces):
        languages = url.xpath("x:link/@hreflang", namespaces=spaces)
        assert languages == ["fr", "en", "x-default"]


def test_the_data_folder_answers_and_leads_to_its_pages(built_site: Path) -> None:
    page = built_site / "data" / "index.html"
    for link in parse(page).xpath("//a/@href"):
        assert (page.parent / link / "index.html").resolve().is_file(), link


def test_no_page_loads_from_another_host(built_site: Path) -> None:
    for page in pages(built_site):
        tree = parse(page)
        loaded = tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet']/@href")
        for url in loaded:
            assert not urlsplit(str(url)).netloc, (page, url)


def test_nothing_but_the_site_is_in_the_site(built_site: Path) -> None:
    names = {path.suffix for path in built_site.rglob("*") if path.is_file()} - {""}
    assets = {".css", ".js", ".map", ".svg", ".png", ".webmanifest"}
    pages = {".html", ".xml", ".txt"}
    data = {".json", ".jsonl", ".yaml", ".csv", ".xlsx", ".ttl", ".jsonld", ".ics"}
    documents = {".zip", ".pdf", ".docx"}
    assert names <= assets | pages | data | documents
    assert {path.name for path in built_site.iterdir()} == {
        "404.html",
        "_headers",
        "assets",
        "built",
        "data",
        "download",
        "en",
        "fr",
        "index.html",
        "keep",
        "licences.txt",
        "newer.js",
        "robots.txt",
        "site.webmanifest",
        "sitemap.xml",
        "sw.js",
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_entry_pages_have_what_the_register_says(
    built_site: Path, sites: dict, language: str
) -> None:
    site = sites[language]
    for entry in site.register.initiatives:
        page = built_site / language / "initiatives" / entry.id / "index.html"
        tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
        for hidden in tree.xpath("//*[@role='tooltip']"):
            hidden.drop_tree()
        text = " ".join(tree.xpath("//article")[0].text_content().split())
        assert " ".join(site.title(entry).split()) in text
        for part in (entry.objective, entry.status.text, *entry.notes):
            first = part[language].split("\n")[0].removeprefix("- ")
            assert " ".join(first.split()) in text, (entry.id, first)
        line = site.register.lines[entry.id]
        edit = tree.xpath("//a[contains(@rel, 'edit')]/@href")[0]
        assert edit.endswith(f"data/initiatives.yaml#L{line}")
