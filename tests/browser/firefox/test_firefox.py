"""The search in a real Firefox, over http and from a folder."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from support.browser.firefox import Firefox
from support.browser.places import Place
from support.browser.search import (
    ASK,
    STANDS_IN,
    WORKER,
    hold_to_the_bars,
    judge,
    name_of,
    read_documents,
    read_queries,
)

pytestmark = pytest.mark.unix

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"
QUERIES = {"fr": ("geoportail", "Géoportail Colibri"), "en": ("geoportal", "COLIBRI Geoportal")}


def home(root: str, language: str) -> str:
    return f"{root}/{language}/{'index.html' if root.startswith('file:') else ''}"


def test_what_is_typed_is_found_by_keyboard(firefox: Firefox, place: Place) -> None:
    query, name = QUERIES[place.language]
    firefox.open(home(place.root, place.language))
    firefox.type("/", query)
    firefox.wait(f"document.querySelector({json.dumps(RESULT)})?.textContent.includes('{name}')")
    assert firefox.ask(f"document.querySelector({json.dumps(BOX)}).value") == query
    said = firefox.ask("document.querySelector('.md-search-result__meta').textContent")
    assert any(char.isdigit() for char in str(said))
    firefox.type("ArrowDown", "Enter")
    firefox.arrive(f"document.querySelector('main h1')?.textContent.includes('{name}')")


def test_the_policy_refuses_a_script_within_a_page(firefox: Firefox, root: str) -> None:
    firefox.open(home(root, "fr"))
    before = len(firefox.complaints)
    refused = firefox.ask(
        """new Promise((resolve) => {
          addEventListener("securitypolicyviolation", (event) => resolve(event.blockedURI));
          const text = {textContent: "window.ran = 1"};
          document.head.append(Object.assign(document.createElement("script"), text));
        })"""
    )
    assert refused == "inline"
    assert firefox.ask("window.ran === undefined")
    # Firefox says so itself, so that no other test would miss it.
    assert [text for text in firefox.complaints[before:] if "blocked an inline script" in text]
    del firefox.complaints[before:]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_readers_find_it(
    firefox: Firefox,
    root: str,
    built_site: Path,
    unpacked: Path,
    language: str,
    record_property: Callable[[str, object], None],
) -> None:
    offline = root.startswith("file:")
    documents = read_documents(unpacked if offline else built_site, language)["documents"]
    there = {name_of(document["url"]) for document in documents}
    queries = [query for query in read_queries(language) if there & set(query.expected)]
    firefox.open(home(root, language))
    # A page that was still on its way may come between.
    firefox.wait("document.querySelector('#__config')")
    firefox.type("/", "x")
    firefox.wait(STANDS_IN if offline else "true")
    index = {"config": {"lang": [language]}, "docs": []}
    arguments = {
        "worker": firefox.ask(WORKER),
        "index": index,
        "queries": [query.text for query in queries],
    }
    figures = judge(queries, firefox.ask(f"({ASK})({json.dumps(arguments)})"))
    where = "file" if offline else "http"
    record_property("figures", f"search {language}, {where}, Firefox: {figures}")
    hold_to_the_bars(figures)
