"""Explorer, search box and single file find the same for the same words."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from register.register import Register
from support.browser.explorer import open_explorer, shown
from support.browser.search import WORKER, ask, name_of, read_queries

# Speaks to the worker as the explorer does.
SELECT = """
async ({ worker, language, queries }) => {
  const search = new Worker(worker);
  const found = [];
  for (const text of queries) {
    found.push(await new Promise((done) => {
      search.onmessage = ({ data }) => data.data.text === text && done(data.data.ids);
      search.postMessage({ type: "select", data: { language, text } });
    }));
  }
  return found;
}
"""
FILTER = """
(queries) => {
  const form = document.querySelector(".single__filter");
  return queries.map((query) => {
    form.elements.filter.value = query;
    form.dispatchEvent(new Event("input"));
    return [...document.querySelectorAll(".single__entry:not([hidden]) h3")].map(({ id }) =>
      id.replace(/-top$/, ""));
  });
}
"""
# What stood for a word within others found nearly all; what has another ending or quotes, none.
FEW = {
    "fr": ["IA", "standardisation", "« cadre de normes »", "modele de donnees", "SYDONIA, qgis"],
    "en": ["AI", "standardisation", '"data model"', "data, risk", "x ray", "e‑learning"],
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_explorer_finds_the_entries_that_the_search_finds(
    page: Page, site_address: str, register: Register, language: str
) -> None:
    ids = [entry.id for entry in register.initiatives]
    queries = read_queries(language)
    texts = [query.text for query in queries]
    page.goto(f"{site_address}/{language}/")
    worker = page.evaluate(WORKER)
    answers = ask(page, worker, {"config": {"lang": [language]}, "docs": []}, texts)
    arguments = {"worker": worker, "language": language, "queries": texts}
    selected = page.evaluate(SELECT, arguments)
    for query, groups, found in zip(queries, answers, selected, strict=True):
        in_search = {name_of(item["location"]) for group in groups for item in group} & set(ids)
        in_explorer = set(found)
        assert in_explorer <= in_search, query.text
        expected = set(query.expected) & in_search
        assert not expected or expected & in_explorer, query.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_short_words_other_spellings_and_quotes_find_what_they_mean(
    page: Page, site_address: str, language: str
) -> None:
    for query in FEW[language]:
        open_explorer(page, site_address, language)
        page.locator("#explore-query").fill(query)
        expect(page.locator(".chosen__count")).not_to_contain_text("41 initiatives du registre")
        expect(page.locator("table.entries tbody tr")).not_to_have_count(41)
        assert 1 <= len(shown(page)) <= 15, query


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_single_file_finds_what_readers_look_for(
    page: Page, editions: Path, register: Register, language: str
) -> None:
    [path] = editions.glob(f"*-{language}.html")
    page.goto(path.as_uri())
    ids = {entry.id for entry in register.initiatives}
    queries = [
        query
        for query in read_queries(language)
        # It has no index to find misspelt words with, and requires every word.
        if set(query.expected) & ids and query.kind not in {"typo", "question"}
    ]
    found = page.evaluate(FILTER, [query.text for query in queries])
    missed = [
        f"{query.kind}: {query.text}"
        for query, entries in zip(queries, found, strict=True)
        if not set(query.expected) & set(entries)
    ]
    assert len(missed) <= len(queries) // 20, "\n".join(missed)
    # An entry's name in the other language is not in its text.
    few = [query for query in FEW[language] if query != "standardisation" or language == "en"]
    for query, entries in zip(few, page.evaluate(FILTER, few), strict=True):
        assert 1 <= len(entries) <= 15, (query, entries)
