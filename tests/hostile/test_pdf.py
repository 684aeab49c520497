"""The hostile register as lists on paper: text shows as typed, and a PDF has nothing that runs."""

import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from markupsafe import escape
from pypdf import PdfReader

from offline.pdfs import write_pdf
from pages.lists.list_pages import DETAILED, KINDS
from pages.lists.printed_lists import HostedLinks, render_document
from register.model import LANGUAGES, Language
from register.register import Register
from support.build import ROOT, TEMPLATES
from support.pdf import squeeze
from support.registers.payloads import GROUP, load_payloads
from website.localized_site import LocalizedSite

pytestmark = pytest.mark.machine

SITE_URL = "https://wco-data-initiatives.example/"
# Of a PDF's objects: all that runs, starts a program, sends or hides something.
RUNS = re.compile(
    rb"/(JS|JavaScript|Launch|SubmitForm|ImportData|EmbeddedFile|RichMedia|GoToR|OpenAction)\b"
)
STEP = 20
# What runs along the foot is thousands of letters long here, and the same on every page.
SHORT_FOOT = "<style>@page :nth(n+4) { @bottom-left { content: none } }</style>"


def render(register: Register, language: Language, kind: str) -> str:
    site = LocalizedSite(register, language, TEMPLATES, HostedLinks(site_url=SITE_URL), SITE_URL)
    style = (ROOT / "docs" / "assets" / "css" / "document.css").read_text("utf-8")
    return render_document(site, kind, style)


def parts_of(html: str) -> set[tuple[str, tuple[str, ...]]]:
    """Return the elements of a document, each with its attributes, without those of prose."""
    tree = lxml.html.document_fromstring(html)
    return {
        (str(element.tag), tuple(sorted(map(str, element.attrib)))) for element in tree.iter()
    } - {("ul", ()), ("li", ()), ("p", ())}


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
            for line in entry.objective[language].splitlines():
                assert squeeze(line.strip().removeprefix("- ")) in text, line


def test_a_pdf_runs_nothing(hostile: Register, tmp_path: Path) -> None:
    some = replace(hostile, initiatives=hostile.initiatives[GROUP::STEP])
    assert len(some.initiatives) > 2
    path = tmp_path / "hostile.pdf"
    # WeasyPrint falls over separators of lines, which the checks refuse.
    html = re.sub("[\u2028\u2029]", " ", render(some, "en", DETAILED)) + SHORT_FOOT
    write_pdf(html, path)
    assert not RUNS.search(path.read_bytes())
    reader = PdfReader(path)
    assert len(reader.pages) > len(some.initiatives) // 3
    root = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA"} & set(root)  # type: ignore[call-overload]
    for page in reader.pages:
        for note in page.get("/Annots", []):
            assert "/AA" not in note.get_object()
            action = note.get_object().get("/A", {})
            assert action.get("/S", "/GoTo") in ("/GoTo", "/URI"), action
            assert str(action.get("/URI", "https://")).startswith("https://"), action


def test_a_pdf_shows_hostile_text_as_typed(tmp_path: Path) -> None:
    typed = [text for text in load_payloads() if text.isascii() and len(text) < 80][::3]
    path = tmp_path / "typed.pdf"
    paragraphs = "".join(f"<p>{escape(text)}</p>" for text in typed)
    write_pdf(f"<html lang=en><title>x</title><body>{paragraphs}", path)
    shown = squeeze("".join(page.extract_text() for page in PdfReader(path).pages))
    for text in typed:
        assert squeeze(text) in shown, text
