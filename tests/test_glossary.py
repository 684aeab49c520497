"""The glossary: who uses a term, and the way there from the texts."""

import re
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Page, expect

from pages.reference.glossary import find_users, list_terms
from register.model import LANGUAGES, Initiative, Language
from website.localized_site import LocalizedSite


def texts_of(site: LocalizedSite, entry: Initiative) -> str:
    """Return all texts of `entry` in the language, found by walking its fields."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if set(value) == {"fr", "en"}:
                found.append(value[site.language])
            else:
                for each in value.values():
                    walk(each)
        elif isinstance(value, list | tuple):
            for each in value:
                walk(each)

    fields = entry.model_dump(
        include={"name", "objective", "description", "status", "components", "milestones", "notes"}
    )
    for milestone in fields["milestones"]:
        milestone.pop("date_note", None)
    walk(fields)
    bodies = site.register.vocabulary.bodies
    return "\n".join([*found, *(site.say(bodies[actor.body].name) for actor in entry.actors)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_uses_are_those_that_a_plain_search_finds(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    users = find_users(site)
    shorts = {term.id: term[language].short for term in site.register.glossary}
    for term, short in shorts.items():
        # A longer term that holds this one is not a use of it.
        longer = [each for each in shorts.values() if short in each and each != short]
        plain = set()
        for entry in site.register.initiatives:
            text = texts_of(site, entry)
            for each in longer:
                text = re.sub(rf"(?<![\w-]){re.escape(each)}(?![\w])", " ", text)
            if re.search(rf"(?<![\w-]){re.escape(short)}(?![\w])", text):
                plain.add(entry.id)
        assert {entry.id for entry in users.get(term, [])} == plain, term


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_stand_side_by_side(
    sites: dict[Language, LocalizedSite], built_site: Path, language: Language
) -> None:
    site = sites[language]
    page = lxml.html.parse(str(built_site / language / "glossary" / "index.html"))
    rows = {row.get("id"): row.text_content() for row in page.xpath("//table//tr[@id]")}
    terms = list_terms(site, "glossary")
    assert set(rows) == {row.id for row in terms} == {term.id for term in site.register.glossary}
    for row in terms:
        for form in (row.here, row.there):
            assert form.short in rows[row.id]
            assert (form.long or "") in rows[row.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_use_of_each_acronym_on_a_page_leads_to_it(
    built_site: Path, sites: dict[Language, LocalizedSite], language: Language
) -> None:
    terms = {term.id for term in sites[language].register.glossary}
    links = 0
    for page in sorted((built_site / language / "initiatives").glob("*/index.html")):
        found = lxml.html.parse(str(page)).xpath("//a[contains(@class, 'acronym__short')]/@href")
        anchors = [str(href).rpartition("#")[2] for href in found]
        assert len(set(anchors)) == len(anchors), page
        assert set(anchors) <= terms
        links += len(anchors)
    assert links > len(sites[language].register.initiatives)


def test_a_click_on_an_acronym_opens_the_glossary_there(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/en/initiatives/cen/")
    link = page.locator("a.acronym__short").first
    anchor = str(link.get_attribute("href")).rpartition("#")[2]
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_address}/en/glossary/#{anchor}")
    row = page.locator(f"[id='{anchor}']")
    expect(row).to_be_in_viewport()
    uses = row.locator("details summary")
    uses.click()
    row.locator("details a").first.click()
    expect(page).to_have_url(re.compile("/initiatives/"))
    expect(page.locator("main h1")).to_be_visible()
