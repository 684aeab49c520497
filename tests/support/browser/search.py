"""Queries with what they ought to find, and a page that asks a search worker for it."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from support.build import ROOT
from support.yaml_loading import load_yaml

LEAST_SUCCESS = 0.98
LEAST_RANK = 0.95
# Where our worker is, as the theme's script sees it.
WORKER = (
    "new URL(JSON.parse(document.querySelector('#__config').textContent).search, location).href"
)
STANDS_IN = "Worker.name === 'StandIn'"
# The box is about to be used: from a folder, what stands in for workers comes. (Not Playwright's
# own way to wait, which the content policy refuses for the `eval` in it.)
WAKE = f"""
async () => {{
  document.querySelector("[data-md-component=search-query]").focus();
  for (let tries = 0; tries < 1200 && !({STANDS_IN}); tries += 1) {{
    await new Promise((done) => setTimeout(done, 50));
  }}
  return {STANDS_IN};
}}
"""
# Speaks to a worker as the theme does; answers with the addresses of each result, in order.
ASK = """
async ({worker, index, queries}) => {
  const search = new Worker(worker);
  const next = (type) => new Promise((resolve) => {
    const listen = ({data}) => {
      if (data.type !== type) return;
      search.removeEventListener("message", listen);
      resolve(data.data);
    };
    search.addEventListener("message", listen);
  });
  const ready = next(1);
  search.postMessage({type: 0, data: {...index, options: {suggest: true}}});
  await ready;
  const answers = [];
  for (const query of queries) {
    const result = next(3);
    search.postMessage({type: 2, data: query});
    const {items} = await result;
    answers.push(items.map((group) => group.map(({location, title}) => ({location, title}))));
  }
  return answers;
}
"""


@dataclass(frozen=True, kw_only=True)
class Query:
    """What a reader types, of what kind it is, and the pages of which one has to be found."""

    text: str
    kind: str
    expected: tuple[str, ...]


@dataclass(kw_only=True)
class Figures:
    """How a search did: the place of the first page expected for each query, 0 for none."""

    places: list[int] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def success(self) -> float:
        """The share of queries with a page expected among the first three."""
        return sum(1 <= place <= 3 for place in self.places) / len(self.places)

    @property
    def rank(self) -> float:
        """The mean reciprocal rank of the first page expected."""
        return sum(1 / place for place in self.places if place) / len(self.places)

    def __str__(self) -> str:
        return (
            f"{len(self.places)} queries, success@3 {self.success:.1%}, "
            f"MRR {self.rank:.3f}, without result {len(self.empty)}"
        )


def read_queries(language: str) -> list[Query]:
    """Return the queries of tests/support/queries/queries-<language>.yaml."""
    path = ROOT / "tests" / "support" / "queries" / f"queries-{language}.yaml"
    kinds = load_yaml(path.read_text(encoding="utf-8"))
    return [
        Query(text=query["q"], kind=kind, expected=tuple(query["expect"]))
        for kind, queries in kinds.items()
        for query in queries
    ]


def ask(page: Page, worker: str, index: Mapping[str, Any], queries: Iterable[str]) -> Any:
    """Return what the worker at the address `worker` answers to each query, in groups."""
    arguments = {"worker": worker, "index": index, "queries": list(queries)}
    # As text: Playwright takes long over many small objects.
    asked = f"async (arguments) => JSON.stringify(await ({ASK})(arguments))"
    return json.loads(page.evaluate(asked, arguments))


def judge(queries: list[Query], answers: list[list[list[dict[str, str]]]]) -> Figures:
    """Return how well `answers` serve `queries`; results in another language do not count."""
    figures = Figures()
    for query, groups in zip(queries, answers, strict=True):
        found = [
            {name_of(item["location"]) for item in group}
            for group in groups
            if not any(re.search(r"data-search-(other|query)", item["title"]) for item in group)
        ]
        place = next(
            (place for place, names in enumerate(found, 1) if names & set(query.expected)), 0
        )
        figures.places.append(place)
        if not found:
            figures.empty.append(query.text)
        if not 1 <= place <= 3:
            figures.missed.append(f"{query.kind}: {query.text} (place {place or 'none'})")
    return figures


def hold_to_the_bars(figures: Figures) -> None:
    """Fail where a search does worse than readers may expect."""
    assert not figures.empty, figures.empty
    assert figures.success >= LEAST_SUCCESS, "\n".join(figures.missed)
    assert figures.rank >= LEAST_RANK


def name_of(location: str) -> str:
    """Return how the query files name the page at `location`: "cen", "glossary#cen" ..."""
    path, _, anchor = re.sub(r"\?[^#]*", "", location).partition("#")
    path = path.removesuffix("index.html").removesuffix(".html").strip("/")
    name = path.removeprefix("initiatives/") or path
    return f"{name}#{anchor}" if anchor else name


def stock_index(documents: list[dict[str, Any]], language: str) -> dict[str, Any]:
    """Return the same documents as the theme's own worker wants them, with its own settings."""
    docs = []
    # It takes the first document of a page for the page itself.
    for document in sorted(documents, key=lambda document: "#" in document["url"]):
        texts = [document.get("objective", ""), *document["texts"], document.get("other", "")]
        # It fails where a section that it finds has no text.
        text = "".join(f"<p>{each}</p>" for each in texts if each) or document["title"]
        docs.append({"location": document["url"], "title": document["title"], "text": text})
    config = {
        "lang": [language],
        "separator": r"[\s\-]+",
        "pipeline": ["stopWordFilter"],
        "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}},
    }
    return {"config": config, "docs": docs}


def read_documents(folder: Path, language: str) -> dict[str, Any]:
    """Return what the built site at `folder` gives the worker to search in `language`."""
    text = (folder / language / "search" / "documents.js").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(
        text.strip().removeprefix("receiveDocuments(").removesuffix(");")
    )
    return data
