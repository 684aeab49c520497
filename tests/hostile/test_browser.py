"""The hostile register in a real Chromium: nothing runs, nothing asks another host for anything."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.registers.hostile_browser import FOREIGN, Visit, find_foreign
from support.registers.payloads import entry_count, entry_id, load_groups

# Twenty megabytes take ten seconds to lay out; out of sight, nothing has to be.
OUT_OF_SIGHT = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".single__entry { content-visibility: auto }");
  document.adoptedStyleSheets = [sheet];
"""
# The words on its buttons are ours, and short.
WITHOUT_HEADER = """
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".site-header__tools { display: none }");
  document.adoptedStyleSheets = [sheet];
"""
QUERIES = {False: ("script", "onerror"), True: ("javascript", "cycler")}


def addresses(site: Path, root: str, language: str, part: int = 0, parts: int = 1) -> list[str]:
    """Return the addresses of a part of the pages of a language, without those that lead on."""
    files = (site / language).rglob("*.html")
    found = [path.relative_to(site).as_posix() for path in files if "former-" not in str(path)]
    return [f"{root}/{name}" for name in sorted(found)[part::parts]]


@pytest.mark.parametrize(("language", "part"), [("fr", 0), ("en", 1)])
def test_no_page_runs_hostile_text_or_is_wider_than_a_phone(
    visit: Visit, hostile_site: Path, hostile_address: str, language: str, part: int
) -> None:
    """Every list and view, which between them hold every payload, and a part of all other pages.

    The pages of entries and of facets are alike: what is on them, the next test parses. Words
    without end break: on the pages of each, and on all that list or draw them.
    """
    pages = addresses(hostile_site, hostile_address, language)
    alike = [page for page in pages if page.count("/") > 5]
    assert len(alike) > entry_count()
    groups = enumerate(load_groups(language))
    words = [entry_id(number) for number, texts in groups if max(map(len, texts)) > 70]
    visited = [page for page in pages if page not in alike] + alike[part * 5 :: 10]
    visited += [f"{hostile_address}/{language}/initiatives/{word}/index.html" for word in words]
    first = visit(visited[0])
    first.set_viewport_size({"width": 320, "height": 700})
    first.add_init_script(WITHOUT_HEADER)
    # The tables' heads of these are words of the interface, which are ours and short.
    ours = (f"/{language}/method/", f"/{language}/explore/")
    too_wide = []
    for address in visited:
        page = visit(address)
        page.wait_for_load_state("load")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320 and not any(each in address for each in ours):
            too_wide.append(f"{address}: {width}")
    assert not too_wide, too_wide


def test_every_page_of_an_entry_is_parsed_as_written(
    visit: Visit, hostile_site: Path, hostile_address: str
) -> None:
    page = visit(f"{hostile_address}/fr/about/")
    pages = addresses(hostile_site, hostile_address, "fr", 0, 2)
    pages += addresses(hostile_site, hostile_address, "en", 1, 2)
    found = page.evaluate(
        """async ([addresses, foreign]) => {
          const found = [];
          for (const address of addresses) {
            const text = await (await fetch(address)).text();
            const parsed = new DOMParser().parseFromString(text, "text/html");
            if (parsed.body.querySelector(foreign)) found.push(address);
          }
          return found;
        }""",
        [pages, FOREIGN],
    )
    assert len(pages) > entry_count()
    assert not found


def test_no_page_of_the_offline_edition_runs_hostile_text(visit: Visit, hostile_site: Path) -> None:
    folder = hostile_site.parent / "offline"
    root = folder.as_uri()
    visit(f"{root}/index.html")
    for address in addresses(folder, root, "fr", 0, 16) + addresses(folder, root, "en", 1, 32):
        visit(address)


def test_the_single_file_runs_no_hostile_text(visit: Visit, hostile_site: Path) -> None:
    # The English one differs from it in our words only.
    (file,) = (hostile_site.parent / "dist").glob("*-fr.html")
    page = visit("data:text/html,<title>x</title>")
    page.add_init_script(OUT_OF_SIGHT)
    visit(file.as_uri())
    assert find_foreign(page, FOREIGN.replace(" style,", "")) == []
    with_it = [group for group in load_groups("fr") if any("onerror" in text for text in group)]
    page.locator("#filter").fill("onerror")
    assert page.locator(".single__entry:not([hidden])").count() >= len(with_it) > 5


def test_a_former_address_leads_on(visit: Visit, hostile_address: str) -> None:
    page = visit(f"{hostile_address}/fr/initiatives/h12/")
    page.goto(f"{hostile_address}/fr/initiatives/former-h12/", wait_until="commit")
    page.wait_for_url("**/fr/initiatives/h12/")


@pytest.mark.parametrize("offline", [False, True], ids=["http", "file"])
def test_search_results_are_text(
    visit: Visit, hostile_site: Path, hostile_address: str, offline: bool
) -> None:
    root = (hostile_site.parent / "offline").as_uri() if offline else hostile_address
    for query in QUERIES[offline]:
        page = visit(f"{root}/fr/glossary{'.html' if offline else '/'}")
        page.locator("[data-md-component=search-query]").press_sequentially(query)
        results = page.locator(".md-search-result__item")
        results.first.wait_for()
        results.locator("a:visible").first.hover()
        foreign = f".md-search-result__item :is({FOREIGN}, img, script, form, input)"
        assert find_foreign(page, foreign) == []
        start = page.url
        results.locator("a").first.click()
        expect(page).not_to_have_url(start)
        page.wait_for_load_state()
        assert not page.evaluate("window.hostileRan === true")


def test_no_result_is_wider_than_a_phone(visit: Visit, hostile_address: str) -> None:
    page = visit(f"{hostile_address}/en/glossary/")
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator("[data-search-open]").click()
    box = page.locator("[data-md-component=search-query]")
    for query in ("evil", "wwww", "w" * 90):
        # At once: a search for each of ninety letters takes long among these texts. No letter after
        # it: Playwright puts the caret before the text if the box has not the focus at that moment.
        box.fill(query)
        box.press("End")
        page.locator(".md-search-result__item mark", has_text=query[:4]).first.wait_for()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, query
        inner = page.locator(".md-search__scrollwrap")
        assert inner.evaluate("each => each.scrollWidth <= each.clientWidth"), query
