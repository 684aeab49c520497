"""The glossary of the built site."""

from pathlib import Path

import lxml.html
import pytest

from pages.reference.glossary import list_terms
from register.model import LANGUAGES, Language
from website.localized_site import LocalizedSite


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_stand_side_by_side(
    sites: dict[Language, LocalizedSite], built_site: Path, language: Language
) -> None:
    site = sites[language]
    page = lxml.html.parse(str(built_site / language / "glossary" / "index.html"))
    rows = {row.get("id"): row.text_content() for row in page.xpath("//table//tr[@id]")}
    terms = [row.term for row in list_terms(site, "glossary")]
    assert set(rows) == {term.id for term in terms} == {term.id for term in site.register.glossary}
    for term in terms:
        for form in (term.fr, term.en):
            assert form.short in rows[term.id]
            assert (form.long or "") in rows[term.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_acronym_that_is_explained_leads_to_its_term(
    built_site: Path, sites: dict[Language, LocalizedSite], language: Language
) -> None:
    terms = {term.id for term in sites[language].register.glossary}
    links = 0
    for page in sorted((built_site / language / "initiatives").glob("*/index.html")):
        found = lxml.html.parse(str(page)).xpath("//a[contains(@class, 'acronym__short')]/@href")
        anchors = [str(href).rpartition("#")[2] for href in found]
        assert set(anchors) <= terms, page
        links += len(anchors)
    assert links > len(sites[language].register.initiatives)
