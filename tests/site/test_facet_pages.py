"""The page of each value of a facet: it has the entries that the register gives it, no other."""

from pathlib import Path

import lxml.html
import pytest

from support.browser.explorer import Values, select
from website import urls


def entries_of(tree: lxml.html.HtmlElement) -> list[str]:
    return tree.xpath("//table[contains(@class, 'entries')]//tr/@data-entry")


def read_page(site: Path, language: str, path: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / language / path / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_value_has_its_page_with_its_entries(
    built_site: Path, sites: dict, facts: dict[str, Values], language: str
) -> None:
    vocabulary = sites[language].register.vocabulary
    values = {
        "phase": vocabulary.phases,
        "access": vocabulary.access_levels,
        "body": vocabulary.bodies,
        "milestones": ["ahead"],
        "lead": ["not-stated"],
        "funder": ["not-stated"],
    }
    for facet, keys in values.items():
        for key in keys:
            expected = select(facts, {facet: [key]})
            path = urls.facet(facet, key)
            found = entries_of(read_page(built_site, language, path))
            assert sorted(set(found)) == sorted(expected), path
            assert facet == "body" or len(found) == len(expected), path


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_bodys_page_sorts_its_entries_by_role(
    built_site: Path, sites: dict, language: str
) -> None:
    register = sites[language].register
    for body in register.vocabulary.bodies:
        tree = read_page(built_site, language, urls.facet("body", body))
        for role in register.vocabulary.roles:
            found = tree.xpath(f"//section[@aria-labelledby='{role}']//tr/@data-entry")
            assert found == [
                entry.id
                for entry in register.initiatives
                if any(actor.body == body and actor.role == role for actor in entry.actors)
            ], (body, role)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_facts_panel_leads_to_the_pages_of_its_values(
    built_site: Path, facts: dict[str, Values], language: str
) -> None:
    for entry, values in facts.items():
        tree = read_page(built_site, language, urls.initiative(entry))
        links = set(tree.xpath("//*[contains(@class, 'facts')]//dd/a/@href"))
        expected = {
            f"../../{urls.facet(facet, value)}/"
            for facet in ("category", "phase", "access", "lead", "funder", "body")
            for value in values[facet]
        }
        assert expected <= links, (entry, expected - links)


def test_the_list_of_facets_counts_the_entries_of_each(
    built_site: Path, facts: dict[str, Values]
) -> None:
    tree = read_page(built_site, "en", "by")
    seen = 0
    for section in tree.xpath("//section[contains(@class, 'browse__facet')]"):
        facet = section.get("aria-labelledby")
        for item in section.xpath(".//li"):
            value = item.xpath("string(a/@href)").rstrip("/").rpartition("/")[2]
            value = value.partition("#")[0] or item.xpath("string(a/@href)").split("/")[-2]
            assert int(item.xpath("string(span)")) == len(select(facts, {facet: [value]}))
            seen += 1
    assert seen > 80
