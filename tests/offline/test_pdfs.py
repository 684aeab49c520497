"""The lists as PDF."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from pypdf import PdfReader

from offline import pdfs
from offline.pdf_engine import NO_PANGO
from pages.lists.list_pages import DETAILED, KINDS, SUCCINCT, ListSection, list_sections
from register.model import LANGUAGES, Language
from register.register import Register
from support.build import ROOT, SITE_URL, build_site
from support.pdf import hold_to_heads, squeeze_print
from website import urls
from website.localized_site import LocalizedSite

# A line of the contents, led by points to the number of a page.
LED = re.compile(r"(?m)^(?:\d+|–)\s.+?\.{3,}\s*(\d+)$")
# A4 in points.
A4 = (595, 842)
EACH = [(kind, language) for kind in KINDS for language in LANGUAGES]


def read(documents: Path, kind: str, language: Language) -> PdfReader:
    return PdfReader(documents / urls.document("wco-data", kind, language))


@cache
def texts_of(documents: Path, kind: str, language: Language) -> list[str]:
    """Return the text of each page."""
    return [page.extract_text() for page in read(documents, kind, language).pages]


def size_of(page: Any) -> tuple[int, int]:
    return tuple(sorted((round(page.mediabox.width), round(page.mediabox.height))))  # type: ignore[return-value]


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_pdf_has_every_entry_on_numbered_a4_pages(
    documents: Path, sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    site = sites[language]
    reader = read(documents, kind, language)
    texts = texts_of(documents, kind, language)
    whole = squeeze_print("".join(texts))
    for entry in site.register.initiatives:
        assert squeeze_print(site.title(entry)) in whole, entry.id
    for number, (page, text) in enumerate(zip(reader.pages, texts, strict=True), start=1):
        assert size_of(page) == A4
        assert f"{number}/{len(texts)}" in text.replace(" ", "")
    hold_to_heads(texts, site, kind)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_detailed_pdf_has_what_each_entry_says(
    documents: Path, sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    # A cell that goes on over a page stands in pieces: its words are looked for one by one.
    found = set(re.findall(r"\w+", " ".join(texts_of(documents, DETAILED, language))))
    for entry in site.register.initiatives:
        for text in (entry.objective, entry.description, entry.status.text):
            words = set(re.findall(r"\w+", site.say(text)))
            assert len(words - found) <= len(words) // 10, (entry.id, words - found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_the_pages_on_which_the_entries_are(
    documents: Path, register: Register, language: Language
) -> None:
    reader = read(documents, DETAILED, language)
    pages = [
        (reader.get_destination_page_number(place) or 0) + 1
        for name, place in reader.named_destinations.items()
        if name.startswith("list-")
    ]
    text = "\n".join(texts_of(documents, DETAILED, language))
    assert sorted(map(int, LED.findall(text))) == sorted(pages)
    assert len(pages) == len(register.initiatives)


@pytest.mark.machine
def test_a_heading_stays_with_its_rows(
    sites: dict[Language, LocalizedSite],
    register: Register,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Many short sections: headings come to stand at every height of a page."""
    rows = [row for section in list_sections(sites["en"], "", SUCCINCT) for row in section.rows]
    sections = [
        ListSection(
            id=f"s{at}", number=1 + at % 5, name=f"Section {at}.", rows=tuple(rows[: 1 + at % 4])
        )
        for at in range(70)
    ]
    monkeypatch.setattr("pages.lists.list_pages.list_sections", lambda *_: sections)
    name = urls.document("wco-data", SUCCINCT, "en")
    monkeypatch.setattr("offline.pdfs.LANGUAGES", ["en"])
    monkeypatch.setattr("offline.pdfs.list_documents", lambda _: {name: SUCCINCT})
    source = pdfs.render_sources(ROOT, register)[name]
    pdfs.write_pdf(source, tmp_path / "sections.pdf")
    texts = [page.extract_text() for page in PdfReader(tmp_path / "sections.pdf").pages]
    headings = [re.findall(r"(?m)^Section \d+\.$", text) for text in texts]
    with_a_row = [re.findall(r"(?m)^Section \d+\.\n\D.*\n\d+ ", text) for text in texts]
    assert sum(map(len, headings)) == len(sections)
    assert list(map(len, headings)) == list(map(len, with_a_row))


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_no_page_has_a_heading_alone(
    documents: Path, sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    site = sites[language]
    names = [site.say(each.name) for each in site.register.vocabulary.categories.values()]
    outer = squeeze_print(site.say(site.register.publication.name) + site.imprint())
    for text in texts_of(documents, kind, language):
        rest = squeeze_print(text)
        for each in (outer, *map(squeeze_print, names)):
            rest = rest.replace(each, "")
        assert len(rest) > 60, text


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_pdf_is_tagged_and_has_contents_and_links(
    documents: Path, register: Register, kind: str, language: Language
) -> None:
    reader = read(documents, kind, language)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert str(root["/Lang"]) == language
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.outline
    uris, inside = set(), 0
    for page in reader.pages:
        for each in page.get("/Annots", []):
            note = each.get_object()
            if "/A" in note and "/URI" in note["/A"]:
                uris.add(str(note["/A"]["/URI"]))
            else:
                inside += 1
    pages = {
        urls.hosted(SITE_URL, language, urls.initiative(entry.id)) for entry in register.initiatives
    }
    assert pages <= uris
    entries = len(register.initiatives) if kind == DETAILED else 0
    assert inside >= entries + len(register.vocabulary.categories)


def test_without_an_address_a_pdf_leads_to_no_example(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SITE_URL")
    sources = pdfs.render_sources(ROOT, register)
    assert len(sources) == len(EACH)
    licence = register.publication.text_licence.url
    for name, source in sources.items():
        links = set(lxml.html.fromstring(source).xpath("//a/@href"))
        assert {link for link in links if not link.startswith("#")} == {licence}, name
        assert register.initiatives[0].name.fr in source or name.startswith("en/")


def test_what_is_there_is_kept(documents: Path) -> None:
    first = documents / urls.document("wco-data", SUCCINCT, "fr")
    before = first.stat().st_mtime_ns
    assert pdfs.make_pdfs(ROOT, documents)
    assert first.stat().st_mtime_ns == before


def test_without_pango_a_line_says_so_and_the_rest_builds(
    editions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(pdfs, "describe_engine", lambda: None)
    stale = tmp_path / "documents" / urls.document("wco-data", DETAILED, "fr")
    stale.parent.mkdir(parents=True)
    stale.touch()
    assert not pdfs.make_pdfs(ROOT, tmp_path / "documents")
    assert capsys.readouterr().err == f"{NO_PANGO}.\n"
    assert not stale.exists()
    built = build_site(tmp_path / "site", editions, DOCUMENTS=str(tmp_path / "documents"))
    assert built.returncode == 0, built.stdout + built.stderr
    page = (tmp_path / "site" / "en" / "lists" / "detailed" / "index.html").read_text("utf-8")
    assert ".pdf" not in page
    assert not list((tmp_path / "site").rglob("*.pdf"))


@pytest.mark.machine
def test_a_pdf_takes_nothing_in(tmp_path: Path) -> None:
    """Even if hostile text became an element, no file of this machine would come into the PDF."""
    picture = tmp_path / "picture.svg"
    picture.write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>SECRET</text></svg>"
    )
    html = f"<html lang=en><title>x</title><img alt='' src='{picture.as_uri()}'><p>shown</p>"
    pdfs.write_pdf(html, tmp_path / "x.pdf")
    text = PdfReader(tmp_path / "x.pdf").pages[0].extract_text()
    assert "shown" in text
    assert "SECRET" not in text


@pytest.mark.parametrize("edition", ["hosted", "offline"])
def test_both_editions_have_the_pdfs(built_site: Path, unpacked: Path, edition: str) -> None:
    folder = built_site if edition == "hosted" else unpacked
    names = {urls.document("wco-data", kind, language) for kind, language in EACH}
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")} == names
    for kind, language in EACH:
        suffix = "/index.html" if edition == "hosted" else ".html"
        page = (folder / language / f"{KINDS[kind]}{suffix}").read_text("utf-8")
        assert Path(urls.document("wco-data", kind, language)).name in page
