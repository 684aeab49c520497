"""What is no word is not taken for a misspelt one: markup and code get no other spelling."""

import pytest
from playwright.sync_api import Page, expect

from support.browser.explorer import open_explorer
from support.browser.search import WORKER

MARKUP = [
    *("<b>", "&amp;", "{{", "<script>", "&lt;b&gt;", "{% raw %}", "<svg onload=alert()>"),
    *('"><img src=x>', "__proto__", "${7*7}", "x=1;y=2", "&nbsp;", "&#39;"),
]
NONE = {
    "fr": "Aucune initiative ne répond à tous ces filtres. Retirez-en un.",
    "en": "No initiative matches all these filters. Remove one.",
}
OFFER = {"fr": "Vouliez-vous dire", "en": "Did you mean"}
# A word that is misspelt is still taken for the one that was meant.
MISSPELT = {"fr": "bakudda", "en": "bakudda"}
# Answers with the titles of what each query brings, and with how its last word might go on.
TITLES = """
async ({ worker, language, queries }) => {
  const search = new Worker(worker);
  const next = (type) => new Promise((done) => {
    search.addEventListener("message", function listen({ data }) {
      if (data.type !== type) return;
      search.removeEventListener("message", listen);
      done(data.data);
    });
  });
  const ready = next(1);
  search.postMessage({ type: 0, data: { config: { lang: [language] }, docs: [] } });
  await ready;
  const found = [];
  for (const query of queries) {
    const result = next(3);
    search.postMessage({ type: 2, data: query });
    const { items } = await result;
    const titles = items.flat().map(({ title }) => title);
    found.push(titles.filter((each) => each.includes("data-search-query")));
  }
  return found;
}
"""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_markup_gets_no_other_spelling(page: Page, site_address: str, language: str) -> None:
    page.goto(f"{site_address}/{language}/")
    queries = [*MARKUP, MISSPELT[language]]
    arguments = {"worker": page.evaluate(WORKER), "language": language, "queries": queries}
    *offered, of_a_word = page.evaluate(TITLES, arguments)
    assert dict(zip(MARKUP, offered, strict=True)) == {query: [] for query in MARKUP}
    assert "BACUDA" in of_a_word[0]
    open_explorer(page, site_address, language)
    for query in ("<script>", "&amp;", "&nbsp;"):
        page.locator("#explore-query").fill(query)
        expect(page.locator(".chosen__count")).to_have_text(NONE[language])
        expect(page.locator("main")).not_to_contain_text(OFFER[language])
