"""The hostile register as Word documents: text shows as typed, and nothing in them runs."""

import io
import zipfile

import docx
import lxml.etree
import pytest
from docx.oxml.ns import qn

from pages.lists.list_pages import DETAILED, KINDS
from pages.lists.word_lists import render_word_list
from register.model import LANGUAGES, Language
from register.register import Register
from support.build import TEMPLATES
from support.pdf import squeeze
from support.registers.hostile import make_register
from support.registers.payloads import GROUP
from website.localized_site import LocalizedSite
from website.urls import Links

SITE_URL = "https://register.example/"


@pytest.fixture(scope="module")
def hostile() -> Register:
    return make_register()


def render(register: Register, language: Language, kind: str) -> bytes:
    return render_word_list(LocalizedSite(register, language, TEMPLATES, Links()), kind, SITE_URL)


def parts_of(document: bytes) -> tuple[set[str], set[tuple[str, tuple[str, ...]]]]:
    """Return the names of the parts of a document, and the elements in them with attributes."""
    elements = set()
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        for name in package.namelist():
            parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
            root = lxml.etree.fromstring(package.read(name), parser)
            assert root.getroottree().docinfo.doctype == ""
            for each in root.iter():
                assert isinstance(each.tag, str), each
                elements.add((each.tag, tuple(sorted(map(str, each.attrib)))))
        return set(package.namelist()), elements


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_becomes_an_element(
    hostile: Register, register: Register, kind: str, language: Language
) -> None:
    document = render(hostile, language, kind)
    names, elements = parts_of(document)
    known_names, known = parts_of(render(register, language, kind))
    assert names == known_names
    assert elements <= known
    opened = docx.Document(io.BytesIO(document))
    body = opened.element.body
    # The words of the interface are hostile too; a code of ours begins each field.
    codes = {each.text.split()[0] for each in body.iter(qn("w:instrText"))}
    assert codes <= {"TOC", "SEQ"}
    if kind == DETAILED:
        text = squeeze("".join(each.text or "" for each in body.iter(qn("w:t"))))
        for entry in hostile.initiatives[GROUP:]:
            for line in entry.objective[language].splitlines():
                assert squeeze(line.strip().removeprefix("- ")) in text, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_the_site_and_the_licence_only(hostile: Register, language: Language) -> None:
    document = docx.Document(io.BytesIO(render(hostile, language, DETAILED)))
    licence = hostile.publication.text_licence.url
    for each in document.part.rels.values():
        if each.is_external:
            assert each.target_ref.startswith(SITE_URL) or each.target_ref == licence
