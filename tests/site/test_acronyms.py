"""The letters of units, bodies and tools stand on the page of each entry, in its language."""

import re
from pathlib import Path

import lxml.html
import pytest

from register.model import LANGUAGES, GlossaryTerm, Initiative, Language
from website.localized_site import LocalizedSite


def read_own_text(site: Path, language: Language, entry: Initiative) -> str:
    """Return the text of an entry's page without printed names (in tables) and explanations."""
    page = site / language / "initiatives" / entry.id / "index.html"
    tree = lxml.html.fromstring(page.read_text("utf-8"))
    (article,) = tree.xpath("//article")
    for part in article.xpath(".//table | .//*[@role='tooltip']"):
        part.drop_tree()
    return str(article.text_content())


def holds(text: str, letters: str) -> bool:
    # English plurals: KPIs.
    return re.search(rf"(?<![\w]){re.escape(letters)}(?:s)?(?!\w)", text) is not None


def is_acronym(term: GlossaryTerm) -> bool:
    # The glossary has words, too: "big data".
    return sum(map(str.isupper, term.fr.short)) > 1


def is_printed(term: GlossaryTerm, entry: Initiative) -> bool:
    names = " ".join(place.name for place in entry.lists.values())
    return any(holds(names, letters) for letters in (term.fr.short, *term.fr.also))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letters_of_each_actor_stand_on_the_page(
    built_site: Path, sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    bodies = site.register.vocabulary.bodies
    seen = 0
    for entry in site.register.initiatives:
        text = read_own_text(built_site, language, entry)
        for actor in entry.actors:
            short = bodies[actor.body].short
            found = re.search(r"\b[A-Z][A-Z/-]+\b(?=\)|$)", short[language]) if short else None
            if found:
                seen += 1
                assert holds(text, found[0]), (entry.id, found[0])
    assert seen > len(site.register.initiatives) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_acronyms_of_the_printed_names_stand_in_the_text(
    built_site: Path, sites: dict[Language, LocalizedSite], language: Language
) -> None:
    register = sites[language].register
    seen = 0
    for entry in register.initiatives:
        text = read_own_text(built_site, language, entry)
        for term in register.glossary:
            if is_acronym(term) and is_printed(term, entry):
                seen += 1
                assert holds(text, term[language].short), (entry.id, term.id)
    assert seen > len(register.initiatives) / 2
