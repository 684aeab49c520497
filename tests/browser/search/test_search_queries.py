"""The search finds what readers look for, over http and from file://, beside the theme's own."""

from collections.abc import Callable
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, Page

from servers.static_server import serve
from support.browser.search import (
    WAKE,
    WORKER,
    ask,
    hold_to_the_bars,
    judge,
    name_of,
    read_documents,
    read_queries,
    stock_index,
)

THEME = Path(material.__file__).parent / "templates"
LEAST_QUERIES = {"fr": 120, "en": 60}

Record = Callable[[str, object], None]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_readers_find_it_over_http_better_than_with_the_stock_search(
    browser: Browser,
    page: Page,
    site_address: str,
    built_site: Path,
    language: str,
    record_property: Record,
) -> None:
    queries = read_queries(language)
    assert len(queries) >= LEAST_QUERIES[language]
    texts = [query.text for query in queries]
    page.goto(f"{site_address}/{language}/")
    index = {"config": {"lang": [language]}, "docs": []}
    ours = judge(queries, ask(page, page.evaluate(WORKER), index, texts))
    documents = read_documents(built_site, language)["documents"]
    [theme] = (THEME / "assets/javascripts/workers").glob("search.*.min.js")
    with serve(THEME) as address:
        bare = browser.new_page()
        bare.goto(f"{address}/assets/images/favicon.png")
        worker = f"{address}/assets/javascripts/workers/{theme.name}"
        stock = judge(queries, ask(bare, worker, stock_index(documents, language), texts))
        bare.close()
    record_property("figures", f"search {language}, http, ours:  {ours}")
    record_property("figures", f"search {language}, http, stock: {stock}")
    hold_to_the_bars(ours)
    assert stock.success < ours.success


@pytest.mark.parametrize("language", ["fr", "en"])
def test_readers_find_it_from_a_folder(
    browser: Browser, unpacked: Path, language: str, record_property: Record
) -> None:
    documents = read_documents(unpacked, language)["documents"]
    there = {name_of(document["url"]) for document in documents}
    # The page of downloads is for those who are online.
    queries = [query for query in read_queries(language) if there & set(query.expected)]
    assert len(queries) >= LEAST_QUERIES[language]
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    page.goto((unpacked / language / "index.html").as_uri())
    assert page.evaluate(WAKE)
    index = {"config": {"lang": [language]}, "docs": []}
    answers = ask(page, page.evaluate(WORKER), index, [query.text for query in queries])
    figures = judge(queries, answers)
    context.close()
    record_property("figures", f"search {language}, file, ours:  {figures}")
    hold_to_the_bars(figures)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_letter_on_the_way_to_a_query_makes_the_search_fail(
    page: Page, site_address: str, language: str
) -> None:
    typed = {
        query.text[:length]
        for query in read_queries(language)
        for length in range(1, len(query.text) + 1)
    }
    page.goto(f"{site_address}/{language}/")
    index = {"config": {"lang": [language], "failed": "the search failed"}, "docs": []}
    answers = ask(page, page.evaluate(WORKER), index, sorted(typed))
    failed = [
        text
        for text, groups in zip(sorted(typed), answers, strict=True)
        if any(item["title"] == "the search failed" for group in groups for item in group)
    ]
    assert not failed
