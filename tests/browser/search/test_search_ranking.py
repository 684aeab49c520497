"""In which order the search gives what it finds, and what it says when it finds nothing."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from support.browser.scripts import evaluate, parts_before
from support.browser.search import WORKER, ask, name_of, read_documents

MMP = ["pmm-capacity-building", "pmm-platform", "pmm-assessment", "pmm-publication"]
MMP_IN_LIST_ORDER = [*MMP, "pmm-common-indicators"]


def find(page: Page, address: str, language: str, *queries: str) -> dict[str, list[str]]:
    """Return the names of the pages that each query finds, best first."""
    page.goto(f"{address}/{language}/")
    index = {"config": {"lang": [language]}, "docs": []}
    answers = ask(page, page.evaluate(WORKER), index, queries)
    names = ([name_of(group[0]["location"]) for group in groups] for groups in answers)
    return dict(zip(queries, names, strict=True))


@pytest.mark.parametrize(
    ("language", "queries"),
    [("fr", ("MMP", "pmm", "mécanisme de mesure")), ("en", ("PMM", "MMP"))],
)
def test_the_five_mmp_entries_come_together_in_list_order(
    page: Page, site_address: str, language: str, queries: tuple[str, ...]
) -> None:
    found = find(page, site_address, language, *queries)
    first = {query: names[:5] for query, names in found.items()}
    assert first == dict.fromkeys(queries, MMP_IN_LIST_ORDER)


def test_what_has_the_word_comes_before_what_has_one_like_it(page: Page, site_address: str) -> None:
    # "Free" is in the meaning of a term; "fret", one letter away, in the French name of an entry.
    found = find(page, site_address, "en", "free")["free"]
    assert "cts" not in found[: found.index("glossary#afcfta")]


@pytest.mark.parametrize(
    ("language", "terms"),
    [
        (
            "fr",
            {
                "mainlevée": "release",
                "que veut dire remise des droits": "duty-remission",
                "norme de message": "message-standard",
                "non-intrusive inspection": "non-intrusive-inspection",
            },
        ),
        (
            "en",
            {
                "advance ruling meaning": "advance-ruling",
                "peer reviewers": "peer-review",
                "mainlevée": "release",
            },
        ),
    ],
)
def test_the_meaning_of_a_word_follows_the_best_entry_that_has_it(
    page: Page, site_address: str, language: str, terms: dict[str, str]
) -> None:
    for query, names in find(page, site_address, language, *terms).items():
        assert f"glossary#{terms[query]}" in names[:3], query


def fold(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def place_of(document: dict[str, Any], word: str) -> int | None:
    """Return 0 if a word begins like `word` in the names, 1 in the objective, 2 in the texts."""
    names = f"{document['title']} {document['other']}"
    for place, text in enumerate((names, document["objective"], " ".join(document["texts"]))):
        if fold(word) in fold(text):
            return place
    return None


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ("images", "statistiques")), ("en", ("exchange",))],
)
def test_the_name_counts_more_than_the_objective_and_the_objective_than_the_text(
    page: Page, site_address: str, built_site: Path, language: str, words: tuple[str, ...]
) -> None:
    documents = {
        name_of(document["url"]): document
        for document in read_documents(built_site, language)["documents"]
        if "objective" in document
    }
    for word, names in find(page, site_address, language, *words).items():
        places = [place_of(documents[name], word) for name in names if name in documents]
        known = [place for place in places if place is not None]
        assert known == sorted(known), word
        assert len(known) > 1, word


def search(page: Page, address: str, language: str, query: str) -> None:
    page.goto(f"{address}/{language}/")
    page.keyboard.press("/")
    box = page.locator("[data-md-component=search-query]")
    expect(box).to_be_focused()
    box.press_sequentially(query)


def test_another_spelling_is_reported_and_one_press_away(page: Page, site_address: str) -> None:
    search(page, site_address, "fr", "bakudda")
    status = page.locator(".md-search-result__meta")
    expect(status).to_have_text("Aucun résultat en français. Vouliez-vous dire : BACUDA")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("[data-md-component=search-query]")).to_have_value("BACUDA")
    expect(page.locator(".md-search-result__item").first).to_contain_text("BACUDA")
    expect(status).not_to_contain_text("Aucun")


def test_hits_in_the_other_language_have_their_own_heading(page: Page, site_address: str) -> None:
    search(page, site_address, "fr", "parcels")
    expect(page.locator(".search-other")).to_have_text("Résultats en anglais")
    said = page.locator(".md-search-result__meta")
    expect(said).to_have_text(re.compile(r"^Aucun résultat en français\..* en anglais\.$"))


def test_the_completion_of_a_word_is_another_word(page: Page, site_address: str) -> None:
    search(page, site_address, "en", "data-model")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    # Not the French "modèle", which is the same word.
    expect(page.locator("[data-md-component=search-suggest]")).to_have_text("")


@pytest.mark.parametrize("end", ["/", ".html"])
def test_a_term_on_a_part_of_the_glossary_stands_below_the_name_of_the_glossary(
    page: Page, end: str
) -> None:
    documents = [{"url": f"glossary{end}", "title": "Glossary", "texts": []}]
    term = {"url": f"glossary/2{end}#cug", "title": "CUG", "texts": ["Group"], "term": True}
    found = evaluate(
        page,
        parts_before("search", "search/results"),
        """([documents, document]) => {
          const engine = { documents, textsOf: () => [], data: { words: {} } };
          return Results.show(engine, [{ document, matches: [] }]);
        }""",
        [documents, term],
    )
    assert [[item["title"] for item in group] for group in found] == [["CUG", "Glossary"]]
    assert found[0][1]["location"] == f"glossary/2{end}"
