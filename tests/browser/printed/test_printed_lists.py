"""The lists as pages to print."""

import io
import re
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from pages.lists.list_pages import KINDS
from register.model import LANGUAGES, Language
from support.pdf import hold_to_heads
from website.localized_site import LocalizedSite

# A4 in points.
A4 = (595, 842)
EACH = [(kind, language) for kind in KINDS for language in LANGUAGES]


def size_of(page: Any) -> tuple[int, int]:
    return tuple(sorted((round(page.mediabox.width), round(page.mediabox.height))))  # type: ignore[return-value]


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_printed_page_has_heads_and_numbers(
    page: Page,
    site_address: str,
    sites: dict[Language, LocalizedSite],
    kind: str,
    language: Language,
) -> None:
    page.goto(f"{site_address}/{language}/{KINDS[kind]}/")
    document = page.pdf(prefer_css_page_size=True)
    reader = PdfReader(io.BytesIO(document))
    texts = [each.extract_text() for each in reader.pages]
    assert len(texts) > 1
    for number, (each, text) in enumerate(zip(reader.pages, texts, strict=True), start=1):
        assert size_of(each) in (A4, (595, 841), (596, 842))
        assert f"{number}/{len(texts)}" in re.sub(r"\s", "", text)
    hold_to_heads(texts, sites[language], kind)
