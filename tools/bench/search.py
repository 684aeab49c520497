"""Measure the search at any size, in a real Chromium: `make bench`.

For each language: the weight of the index as gzip; the time from the first use of the box until the
first letter is answered (loading, reading and indexing included); and the time of each keystroke,
for queries typed letter by letter. Every figure comes from one run.

Usage: python tools/bench_search.py [--sizes 41,4100]
"""

import argparse
import gzip
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from playwright.sync_api import sync_playwright  # noqa: E402 - the hooks folder is not a package

from install.browser import FLAGS, find_browser  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402
from search.index_files import make_search_files  # noqa: E402
from servers.static_server import serve  # noqa: E402
from synthetic import synthesize  # noqa: E402
from website.localized_site import LocalizedSite  # noqa: E402
from website.templates import make_templates  # noqa: E402
from website.urls import Links  # noqa: E402

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
  return {start, keys, found: items.length};
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
    for name, text in make_search_files('{"docs": []}', sites).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs" / "assets", folder / "assets")
    (folder / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")


def measure(count: int) -> Iterator[dict[str, Any]]:
    """Yield the figures of each language for `count` entries."""
    chromium = find_browser()
    if chromium is None:
        raise SystemExit("No Chromium: `make bench` installs one.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        lay_out(folder, count)
        flags = [flag for flag in FLAGS if flag != "--headless"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        with serve(folder) as address:
            for language in LANGUAGES:
                page = browser.new_page()
                page.goto(f"{address}/index.html")
                worker = f"{address}/assets/js/search/worker.js"
                queries = list(QUERIES[language])
                arguments = {"worker": worker, "language": language, "queries": queries}
                figures = page.evaluate(MEASURE, arguments)
                page.close()
                documents = (folder / language / "search" / "documents.js").read_bytes()
                keys = sorted(figures["keys"])
                yield {
                    "language": language,
                    "megabytes": len(gzip.compress(documents, 9)) / 1e6,
                    "start": figures["start"] / 1000,
                    "median": statistics.median(keys) / 1000,
                    "p95": keys[int(len(keys) * 0.95)] / 1000,
                    "worst": keys[-1] / 1000,
                    "keys": len(keys),
                    "found": figures["found"],
                }
        browser.close()


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="41,4100")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    print(f"aims at 4,100 entries: {LARGEST_INDEX} MB, {LONGEST_START} s, {SLOWEST_KEY} s")
    print("entries lang  index MB  first answer s   key: median s    95 % s   worst s    keys")
    for size in sizes:
        for row in measure(size):
            print(
                f"{size:7} {row['language']:>4} {row['megabytes']:9.2f} {row['start']:15.2f}"
                f" {row['median']:15.3f} {row['p95']:9.3f} {row['worst']:9.3f} {row['keys']:7}",
                flush=True,
            )


if __name__ == "__main__":
    main()
