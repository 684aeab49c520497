"""The hostile register as lists on paper: text shows as typed, and a PDF has nothing that runs."""

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from pypdf import PdfReader

from make_pdfs import write_pdf
from pages.language_site import LanguageSite
from pages.lists import DETAILED, KINDS
from pages.templates import make_templates
from publish.pdf_source import HostedLinks, render_document
from register.model import LANGUAGES, Language
from register.register import Register
from support.build import ROOT
from support.hostile import GROUP, load_payloads, make_register

SITE_URL = "https://wco-data-initiatives.example/"
# Of a PDF's objects: all that runs, starts a program, sends or hides something.
RUNS = re.compile(
    rb"/(JS|JavaScript|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia|GoToR|OpenAction)\b"
)
STEP = 9


@pytest.fixture(scope="module")
def hostile() -> Register:
    return make_register()


def render(register: Register, language: Language, kind: str) -> str:
    templates = make_templates(ROOT / "overrides" / "register")
    site = LanguageSite(register, language, templates, HostedLinks(site_url=SITE_URL), SITE_URL)
    return render_document(site, kind, "")


def parts_of(html: str) -> set[tuple[str, tuple[str, ...]]]:
    """Return the elements of a document, each with its attributes, without those of prose."""
    tree = lxml.html.document_fromstring(html)
    return {
        (str(element.tag), tuple(sorted(map(str, element.attrib)))) for element in tree.iter()
    } - {("ul", ()), ("li", ()), ("p", ())}


def squeeze(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_becomes_an_element(
    hostile: Register, register: Register, kind: str, language: Language
) -> None:
    html = render(hostile, language, kind)
    assert parts_of(html) <= parts_of(render(register, language, kind)) | {("strong", ())}
    if kind == DETAILED:
        text = squeeze(str(lxml.html.document_fromstring(html).text_content()))
        for entry in hostile.initiatives[GROUP:]:
            said = entry.objective[language].removeprefix("- ")
            assert squeeze(said) in text, said


def test_a_pdf_shows_text_and_runs_nothing(hostile: Register, tmp_path: Path) -> None:
    some = replace(hostile, initiatives=hostile.initiatives[GROUP::STEP])
    assert len(some.initiatives) > len(load_payloads()) // STEP - GROUP
    path = tmp_path / "hostile.pdf"
    write_pdf(render(some, "en", DETAILED), path)
    assert not RUNS.search(path.read_bytes())
    reader = PdfReader(path)
    text = squeeze("".join(page.extract_text() for page in reader.pages))
    for entry in some.initiatives:
        said = entry.name.en
        # Of other scripts, what stands in the PDF is the glyphs' order, not the text's.
        if said.isascii():
            assert squeeze(said) in text, said
    for page in reader.pages:
        for note in page.get("/Annots", []):
            action = note.get_object().get("/A", {})
            assert str(action.get("/URI", "https://")).startswith("https://"), action
