"""The offline editions: nothing lost, nothing fetched, the same bytes each time."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from zipfile import ZipFile

import lxml.html
import pytest
from markupsafe import Markup

from offline.edition import READMES, add_readmes, make_offline
from offline.manifest import MANIFEST, hash_file, verify
from pages.single_file import render_single_file
from register.register import Register
from support.anchors import list_anchors
from support.build import ROOT, TEMPLATES
from website.frame.metadata import Hosting, describe_metadata
from website.localized_site import LocalizedSite
from website.page import Page
from website.urls import Links

LONGEST_PATH = 100
LONGEST_ID = 60
LARGEST_ZIP = 6_000_000
LARGEST_SINGLE = 2_000_000
WINDOWS_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def archive_of(editions: Path) -> Path:
    return next(editions.glob("*.zip"))


def text_of(path: Path) -> str:
    """Return what a reader sees of a page, without what one edition says of the other."""
    tree = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    for element in tree.xpath(
        "//script | //style | //noscript"
        " | //*[contains(@class, 'site-footer__edition') or @class='unpack']"
        " | //*[@class='site-footer__download' or @class='site-footer__keep']"
        " | //ul[@class='card__links']/li[a/@href='download/']"
    ):
        element.drop_tree()
    return " ".join(tree.xpath("string(//title)").split() + tree.text_content().split())


def test_the_zip_is_one_small_folder_of_safe_names(editions: Path) -> None:
    archive = archive_of(editions)
    assert archive.stat().st_size <= LARGEST_ZIP
    with ZipFile(archive) as content:
        names = content.namelist()
        assert {info.date_time for info in content.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {name.partition("/")[0] for name in names} == {archive.stem}
    inside = [name.partition("/")[2] for name in names]
    assert {"index.html", "LISEZMOI.txt", "README.txt", MANIFEST} <= set(inside)
    assert names[:-1] == sorted(names[:-1])
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert name.isascii(), name
        assert len(name) <= LONGEST_PATH, name
        for part in name.split("/"):
            assert not WINDOWS_RESERVED.match(part), name
            assert not part.endswith((".", " ")), name
            assert not set(part) & set('<>:"|?*\\'), name
    longest = f"{archive.stem}/fr/initiatives/{'x' * LONGEST_ID}.html"
    assert len(longest) <= LONGEST_PATH


def test_two_packings_are_identical(editions: Path, documents: Path, tmp_path: Path) -> None:
    make_offline(ROOT, tmp_path / "dist", tmp_path / "offline", documents)
    for path in editions.iterdir():
        assert path.read_bytes() == (tmp_path / "dist" / path.name).read_bytes(), path.name


def test_a_copy_is_verified_against_its_manifest(unpacked: Path, tmp_path: Path) -> None:
    assert verify(unpacked) == []
    copy = tmp_path / "copy"
    shutil.copytree(unpacked, copy)
    (copy / "fr" / "about.html").write_text("altered", encoding="utf-8")
    (copy / "en" / "about.html").unlink()
    (copy / "new.html").touch()
    assert verify(copy) == [
        ("missing", "en/about.html"),
        ("added", "new.html"),
        ("altered", "fr/about.html"),
    ]


def test_every_page_has_the_text_of_its_hosted_twin(built_site: Path, unpacked: Path) -> None:
    pairs = 0
    for page in sorted(unpacked.rglob("*.html")):
        name = page.relative_to(unpacked).as_posix()
        hosted = built_site / name
        if page.name != "index.html":
            hosted = built_site / name.removesuffix(".html") / "index.html"
        assert text_of(page) == text_of(hosted), name
        pairs += 1
    hosted_pages = {
        page
        for page in built_site.rglob("index.html")
        if "download" not in page.parts and page.parent != built_site / "data"
    }
    assert pairs == len(hosted_pages)


def test_whoever_opens_it_inside_the_zip_reads_what_to_do(unpacked: Path) -> None:
    """What Windows shows then is index.html alone: all it says without its style sheet."""
    page = lxml.html.fromstring((unpacked / "index.html").read_text(encoding="utf-8"))
    said = page.xpath("//body//p")[:2]
    assert [each.get("lang") for each in said] == ["fr", "en"]
    for name, paragraph in zip(READMES.values(), said, strict=True):
        first = (unpacked / name).read_text(encoding="utf-8-sig").splitlines()[0]
        assert "zip" in first
        assert "zip" in paragraph.text_content()
        assert paragraph.get("class") == "unpack"
    assert ".unpack{display:none}" in "".join(
        path.read_text(encoding="utf-8").replace(" ", "").replace(";}", "}")
        for path in unpacked.rglob("*.css")
    )


def test_every_page_names_the_edition_and_the_hosted_site(unpacked: Path) -> None:
    for page in sorted(unpacked.rglob("*.html")):
        tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
        lines = tree.xpath("//*[contains(@class, 'site-footer__edition')]")
        assert lines, page
        assert "2024" in lines[0].text_content()
        assert lines[0].xpath(".//a/@href")[0].startswith("https://"), page


def test_every_link_and_anchor_leads_somewhere(unpacked: Path) -> None:
    broken = []
    trees = {
        page.resolve(): lxml.html.fromstring(page.read_text(encoding="utf-8"))
        for page in unpacked.rglob("*.html")
    }
    anchors = {page: list_anchors(tree) for page, tree in trees.items()}
    for page, tree in trees.items():
        for value in tree.xpath("//@href | //@src"):
            url, fragment = urldefrag(urljoin(page.as_uri(), str(value)))
            if not url.startswith("file:"):
                continue
            target = Path(unquote(urlsplit(url).path))
            if not target.is_file() or (fragment and fragment not in anchors.get(target, ())):
                broken.append(f"{page.name}: {value}")
    assert not broken, "\n".join(broken[:20])


def test_without_an_address_no_copy_names_a_site(register: Register, tmp_path: Path) -> None:
    parts = {"style": "", "script": "", "search_data": "{}"}
    for language, name in READMES.items():
        for url in ("", "https://register.example/"):
            add_readmes(tmp_path, register, TEMPLATES, url)
            single = render_single_file(register, language, TEMPLATES, parts, url)
            for text in (single, (tmp_path / name).read_text("utf-8-sig")):
                assert (register.words["hosted-at"][language] in text) == bool(url)
                assert (".example" in text) == bool(url)
        page = Page(path="about", title="", description="", kind="", body=Markup())
        site = LocalizedSite(register, language, TEMPLATES, Links(directory_urls=False))
        metadata = describe_metadata(site, page, Hosting(root="", is_offline=True), (), "")
        assert (metadata.url, metadata.hosted_url, metadata.structured_data) == ("", "", "")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_single_file_has_the_whole_register(editions: Path, sites: dict, language: str) -> None:
    path = next(editions.glob(f"*-{language}.html"))
    assert path.stat().st_size <= LARGEST_SINGLE
    tree = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    assert not tree.xpath("//script/@src | //link/@href | //img/@src")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    for href in tree.xpath("//a/@href"):
        assert href.startswith("https://") or href.removeprefix("#") in ids, href
    assert len(tree.xpath("//article")) == 41
    for note in tree.xpath("//*[@role='tooltip']"):
        note.drop_tree()
    text = " ".join(tree.text_content().split())
    site = sites[language]
    for entry in site.register.initiatives:
        assert " ".join(site.title(entry).split()) in text
        for note in entry.notes:
            assert " ".join(note[language].split()) in text
    for term in site.register.glossary:
        assert term[language].short in text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_download_page_offers_the_editions_as_they_are(
    built_site: Path, editions: Path, language: str
) -> None:
    page = built_site / language / "download" / "index.html"
    tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
    listed = json.loads((editions / "downloads.json").read_text(encoding="utf-8"))
    rows = tree.xpath("//table[contains(@class, 'downloads')]/tbody/tr")
    assert len(rows) == len(listed) == 3
    for row, download in zip(rows, listed, strict=True):
        link = row.xpath(".//a/@href")[0]
        target = (page.parent / unquote(link)).resolve()
        assert hash_file(target) == download["sha256"]
        assert row.xpath("string(.//code)") == download["sha256"]
        size = target.stat().st_size
        shown = f"{size / 1e6:.1f} M" if size >= 1_000_000 else f"{round(size / 1000)} k"
        shown = shown.replace(".", ",") if language == "fr" else shown
        assert shown in " ".join(row.text_content().split())
