"""Measure the search at any size, in a real Chromium: `make bench`.

For each language, in turn: the weight of the index as gzip; the time from the first use of the box
until the first letter is answered (loading, reading and indexing included); and the time of each
keystroke, for queries typed letter by letter. Every run has a page of its own.
"""

import gzip
import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from assets.script_bundles import BUNDLES, join_bundles, name_part
from bench.figures import alternate, summarize
from bench.layout import ROOT
from bench.options import describe_method, read_options
from bench.synthetic import synthesize
from install.browser import FLAGS, find_browser
from register.load import load_register
from register.model import LANGUAGES
from search.index_files import make_search_files
from servers.static_server import serve
from website.localized_site import LocalizedSite
from website.templates import make_templates
from website.urls import Links

# Aims at 4,100 entries: megabytes as gzip, seconds, seconds.
LARGEST_INDEX, LONGEST_START, SLOWEST_KEY = 1.2, 1.0, 0.05
QUERIES = {
    "fr": (
        "mécanisme de mesure de la performance",
        "géoportail",
        "l’analyse de données",
        "certificats d’origine",
        "qui finance BACUDA",
        "rayons x",
        "modele de donnes",
    ),
    "en": (
        "performance measurement mechanism",
        "geoportal",
        "cargo targeting system",
        "certificates of origin",
        "who funds BACUDA",
        "x-ray images",
        "data modle",
    ),
}
# Speaks to the worker as the theme does; times in milliseconds.
MEASURE = """
async ({worker, language, queries}) => {
  const begin = performance.now();
  const search = new Worker(worker);
  const next = (type) => new Promise((resolve, reject) => {
    search.onmessage = ({data}) => data.type === type && resolve(data.data);
    search.onerror = (event) => reject(event.message);
  });
  const ask = (text) => {
    const result = next(3);
    search.postMessage({type: 2, data: text});
    return result;
  };
  const ready = next(1);
  const config = {lang: [language]};
  search.postMessage({type: 0, data: {config, docs: [], options: {suggest: true}}});
  await ready;
  const {items} = await ask(queries[0][0]);
  const start = performance.now() - begin;
  const keys = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const typed = performance.now();
      await ask(query.slice(0, length));
      keys.push(performance.now() - typed);
    }
  }
  // The answer that the search has failed leads nowhere.
  return {start, keys, found: items.filter(([{location}]) => location).length};
}
"""


def lay_out(folder: Path, count: int) -> None:
    """Write what the search needs of a site with `count` entries into `folder`."""
    synthesize(ROOT / "data", folder / "data", count)
    register = load_register(folder / "data")
    templates = make_templates(ROOT / "templates")
    sites = {
        language: LocalizedSite(register, language, templates, Links()) for language in LANGUAGES
    }
    docs = ROOT / "docs"
    parts = {part: (docs / part).read_text("utf-8") for part in map(name_part, BUNDLES["search"])}
    scripts = join_bundles({"search": BUNDLES["search"]}, parts)
    for name, text in (make_search_files('{"docs": []}', sites) | scripts).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")


def weigh(folder: Path, language: str) -> float:
    """Return the megabytes of the index of a language, as gzip."""
    documents = (folder / language / "search" / "documents.js").read_bytes()
    return len(gzip.compress(documents, 9)) / 1e6


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a run took, in seconds: until the first answer, and each keystroke."""

    start: float
    keys: tuple[float, ...]


def measure(browser: Browser, address: str, language: str) -> Figures:
    """Search once in a new page, for every query of the `language`."""
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    worker = f"{address}/assets/js/search.js"
    queries = list(QUERIES[language])
    figures = page.evaluate(MEASURE, {"worker": worker, "language": language, "queries": queries})
    page.close()
    if not figures["found"]:
        raise SystemExit(f"the search in {language} found nothing for {queries[0][0]!r}")
    return Figures(
        start=figures["start"] / 1000, keys=tuple(sorted(key / 1000 for key in figures["keys"]))
    )


def show(language: str, megabytes: float, runs: Sequence[Figures]) -> str:
    """Return the row of a language: medians of the runs, and their spread."""
    start = summarize([run.start for run in runs])
    middle = summarize([statistics.median(run.keys) for run in runs])
    high = summarize([run.keys[int(len(run.keys) * 0.95)] for run in runs])
    worst = summarize([run.keys[-1] for run in runs])
    spreads = (start.show(2), middle.show(3), high.show(3), worst.show(3))
    return f"{language:4} {megabytes:8.2f} " + " ".join(f"{spread:>20}" for spread in spreads)


def main() -> None:
    """Measure every size and print the table."""
    assert __doc__
    options = read_options(__doc__, sizes="41,4100", runs=5)
    chromium = find_browser()
    if chromium is None:
        raise SystemExit("No Chromium: `make bench` installs one.")
    print("\nSEARCH, in seconds")
    print(describe_method(options.runs))
    print(f"aims at 4,100 entries: {LARGEST_INDEX} MB, {LONGEST_START} s, {SLOWEST_KEY} s")
    names = ("first answer", "keystroke: middle", "95 %", "worst")
    header = f"{'':4} {'index MB':>8} " + " ".join(f"{name:>20}" for name in names)
    flags = [flag for flag in FLAGS if flag != "--headless"]
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
            folder = Path(name)
            lay_out(folder, size)
            browser = playwright.chromium.launch(executable_path=chromium, args=flags)
            with serve(folder) as address:
                measures = {
                    language: partial(measure, browser, address, language) for language in LANGUAGES
                }
                figures = alternate(measures, options.runs)
            browser.close()
            print(f"\n{size} entries\n{header}")
            for language, runs in figures.items():
                print(show(language, weigh(folder, language), runs), flush=True)


if __name__ == "__main__":
    main()
