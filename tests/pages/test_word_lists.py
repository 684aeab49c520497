"""The lists as Word documents: what Word finds in them."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from pages.lists.list_pages import DETAILED, KINDS, SUCCINCT, list_sections
from pages.lists.word_lists import render_word_list
from register.model import LANGUAGES, Bilingual, Language
from register.publication import Publisher
from register.register import Register
from support.build import TEMPLATES
from website.localized_site import LocalizedSite
from website.urls import Links

SITE_URL = "https://register.example/"
EACH = [(kind, language) for kind in KINDS for language in LANGUAGES]
TAGS = {"fr": "fr-FR", "en": "en-GB"}


def open_list(site: LocalizedSite, kind: str) -> Any:
    return docx.Document(io.BytesIO(render_word_list(site, kind, SITE_URL)))


def texts_in(document: Any, *styles: str) -> list[str]:
    # In tables and in the contents, a paragraph does not know the document's styles.
    names = {each.style_id for each in document.styles if each.name in styles}
    found = [
        each
        for each in document.element.body.iter(qn("w:p"))
        if each.pPr is not None and each.pPr.style in names
    ]
    return ["".join(text.text or "" for text in each.iter(qn("w:t"))) for each in found]


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_list_has_the_words_of_the_register(
    sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    site = sites[language]
    document = open_list(site, kind)
    sections = list_sections(site, KINDS[kind], kind)
    assert texts_in(document, "Title") == [site.words(f"list-{kind}")]
    assert texts_in(document, "Heading 1") == [section.name for section in sections]
    assert len(texts_in(document, "Caption")) == len(document.tables) == len(sections)
    for table, section in zip(document.tables, sections, strict=True):
        assert [row.cells[0].text for row in table.rows[1:]] == [
            str(row.view.number) for row in section.rows
        ]
        names = [
            "".join(t.text for t in row.cells[1]._element.iter(qn("w:t"))) for row in table.rows[1:]
        ]
        assert names == [row.view.title for row in section.rows]
    text = re.sub(r"\s", "", "".join(t.text for t in document.element.body.iter(qn("w:t"))))
    for view in (row.view for section in sections for row in section.rows):
        if kind == DETAILED:
            pieces = [view.objective, view.description, view.status, view.access.label]
            pieces += [actor.long for role in view.roles for actor in role.actors]
            pieces += [each.text for each in (*view.milestones, *view.components)]
            for piece in pieces:
                assert re.sub(r"\s|^- ", "", piece, flags=re.M) in text, piece


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_tables_repeat_their_heads_and_keep_rows_together(
    sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    document = open_list(sites[language], kind)
    split = 0
    for table in document.tables:
        assert table.style.name == "Register Table"
        first, *rest = (row._tr.find(qn("w:trPr")) for row in table.rows)
        assert first.find(qn("w:tblHeader")) is not None
        assert all(each is None or each.find(qn("w:tblHeader")) is None for each in rest)
        split += sum(each is None or each.find(qn("w:cantSplit")) is None for each in rest)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
    # Only texts of more than half a page go on after it.
    assert split == 0 if kind == SUCCINCT else 0 < split < 20


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_the_contents_are_a_field_that_is_filled_in(
    sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    document = open_list(sites[language], kind)
    body = document.element.body
    (contents,) = body.iter(qn("w:sdt"))
    assert any("TOC" in (each.text or "") for each in contents.iter(qn("w:instrText")))
    kinds = [each.get(qn("w:fldCharType")) for each in contents.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    headings = texts_in(document, "Heading 1", "Heading 2")
    assert texts_in(document, "toc 1", "toc 2") == headings
    anchors = [each.get(qn("w:anchor")) for each in contents.iter(qn("w:hyperlink"))]
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    assert anchors == marks
    assert len(set(marks)) == len(headings)
    # Nothing has Word ask whether to update them.
    assert document.settings.element.find(qn("w:updateFields")) is None
    assert not body.xpath("//*[@w:dirty]")


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_language_paper_and_properties(
    sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    site = sites[language]
    document = open_list(site, kind)
    (lang,) = document.styles.element.xpath("w:docDefaults//w:lang")
    assert lang.get(qn("w:val")) == TAGS[language]
    core = document.core_properties
    assert core.language == TAGS[language]
    assert core.title.startswith(site.words(f"list-{kind}"))
    assert site.register.publication.publisher is None
    assert core.author == core.last_modified_by == core.comments == ""
    assert core.created.date().isoformat() == site.register.publication.as_of
    (section,) = document.sections
    size = sorted((round(section.page_width.mm), round(section.page_height.mm)))
    assert size == [210, 297]
    codes = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]
    # No picture, which would need words in its place.
    assert not document.element.body.xpath("//w:drawing | //w:pict")


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_every_name_links_to_its_page(
    sites: dict[Language, LocalizedSite], kind: str, language: Language
) -> None:
    document = open_list(sites[language], kind)
    targets = {key: each.target_ref for key, each in document.part.rels.items() if each.is_external}
    used = [
        targets[each.get(qn("r:id"))]
        for each in document.element.body.iter(qn("w:hyperlink"))
        if each.get(qn("r:id"))
    ]
    entries = sites[language].register.initiatives
    for entry in entries:
        assert used.count(f"{SITE_URL}{language}/initiatives/{entry.id}/") == 1
    assert len(used) == len(entries) + 2


def test_without_an_address_nothing_leads_to_an_example(
    sites: dict[Language, LocalizedSite],
) -> None:
    data = render_word_list(sites["fr"], DETAILED, "")
    document = docx.Document(io.BytesIO(data))
    external = [each.target_ref for each in document.part.rels.values() if each.is_external]
    assert external == [sites["fr"].register.publication.text_licence.url]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b".example" not in package.read("word/document.xml")


def test_the_author_is_the_publisher(register: Register) -> None:
    publisher = Publisher(name=Bilingual(fr="Une administration", en="An administration"))
    publication = register.publication.model_copy(update={"publisher": publisher})
    site = LocalizedSite(replace(register, publication=publication), "en", TEMPLATES, Links())
    assert open_list(site, SUCCINCT).core_properties.author == "An administration"


def test_the_package_holds_what_it_needs_and_its_styles(
    sites: dict[Language, LocalizedSite],
) -> None:
    data = render_word_list(sites["fr"], DETAILED, SITE_URL)
    assert data == render_word_list(sites["fr"], DETAILED, SITE_URL)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {info.date_time[0] for info in package.infolist()} == {1980}
        names = {name for name in package.namelist() if not name.endswith(".rels")}
    assert names == {
        *("[Content_Types].xml", "docProps/core.xml", "word/document.xml", "word/footer1.xml"),
        *("word/styles.xml", "word/numbering.xml", "word/settings.xml"),
    }
    document = docx.Document(io.BytesIO(data))
    known = {style.style_id for style in document.styles}
    used = document.element.body.xpath(
        "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"
    )
    assert set(used) <= known
    # Each but those that Word itself begins with is used.
    unused = known - set(used) - {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
    assert unused == {"Footer"}


def test_what_xml_cannot_hold_is_left_out(register: Register) -> None:
    # The checks let none of it in.
    name = Bilingual.model_construct(fr="Un\x00 nom\x0b & <b>\ufffe\ud800", en="A name")
    first, *rest = register.initiatives
    changed = replace(register, initiatives=(first.model_copy(update={"name": name}), *rest))
    site = LocalizedSite(changed, "fr", TEMPLATES, Links())
    assert "Un nom & <b>" in texts_in(open_list(site, DETAILED), "Heading 2")


def test_an_empty_register_makes_a_document(register: Register) -> None:
    empty = replace(register, initiatives=())
    site = LocalizedSite(empty, "fr", TEMPLATES, Links())
    document = open_list(site, DETAILED)
    assert document.tables == []
    assert texts_in(document, "Title") == [site.words("list-detailed")]
