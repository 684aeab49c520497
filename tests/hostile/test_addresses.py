"""What stands after ? and # comes from anyone's link: it stays text, whatever it is."""

import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from support.browser.explorer import save_csv
from support.registers.hostile_browser import FOREIGN, Visit, find_foreign
from support.registers.payloads import load_groups, load_payloads, numbers_of
from website.data_files import FOLDER

BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"
# With the bytes of its accents, about what a server takes of an address.
LONG = 10_000
ENDLESS = ("a", "abcdefgh", "a ", "é'", "((a+)+")
FOUND = re.compile(r"\d|^No")
# Goes to each address in turn; returns which of them brought a foreign element, or led away.
TRY = """
async ([states, foreign]) => {
  const found = [];
  const { origin, pathname } = location;
  for (const state of states) {
    const before = location.href;
    // Scripts of the page listened before, so that they have done their part.
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = state;
    if (location.href !== before) await changed;
    const away = location.origin !== origin || location.pathname !== pathname;
    if (away || document.body.querySelector(foreign)) found.push(state);
  }
  return found;
}
"""


def in_groups(texts: Sequence[str], size: int) -> list[Sequence[str]]:
    """Return the `texts` so many together. A "%" keeps its neighbours from being decoded: alone."""
    rest = [text for text in texts if "%" not in text]
    groups = [rest[first : first + size] for first in range(0, len(rest), size)]
    return [*groups, *((text,) for text in texts if "%" in text)]


def try_states(page: Page, states: list[str]) -> None:
    assert page.evaluate(TRY, [states, f":is({FOREIGN}, img)"]) == []
    assert not page.evaluate("window.hostileRan === true")


@pytest.fixture(params=["real", "hostile"])
def site_and_step(
    request: pytest.FixtureRequest, site_address: str, hostile_address: str
) -> tuple[str, int]:
    """The address of a site, and of how many texts one is tried there.

    What stands in an address does the same on both; but where every row is hostile, each state
    takes long to draw.
    """
    return (site_address, 1) if request.param == "real" else (hostile_address, 8)


def test_the_explorer_takes_no_hostile_state(visit: Visit, site_and_step: tuple[str, int]) -> None:
    address, step = site_and_step
    page = visit(f"{address}/en/explore/")
    texts = load_payloads()
    try_states(page, [f"#q={quote(text)}" for text in texts[:: 6 * step]])
    try_states(page, [f"#{text}" for text in texts[1 :: 6 * step]])
    for key in ("sort", "view", "phase", "__proto__", "constructor"):
        try_states(page, [f"#{key}={quote(text)}" for text in texts[2 :: 40 * step]])
    # And the query is shown as typed.
    for text in texts[:: 16 * step]:
        page.evaluate("(text) => { location.hash = `#q=${encodeURIComponent(text)}`; }", text)
        chip = page.locator(".chosen__filters .chip").first
        expect(chip).to_contain_text(" ".join(text.split()))
        assert text.strip() in str(chip.get_attribute("aria-label"))


def test_the_comparison_takes_no_hostile_choice(
    visit: Visit, site_and_step: tuple[str, int]
) -> None:
    address, step = site_and_step
    page = visit(f"{address}/fr/compare/")
    first = page.locator("#compare-add option[value]:not([value=''])")
    ids = first.evaluate_all("options => options.slice(0, 2).map((each) => each.value)")
    page.goto(f"{address}/fr/compare/#{','.join(ids)}")
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    # A comma parts them; the page takes each by itself.
    choices = [",".join(group) for group in in_groups(load_payloads()[::step], 5)]
    try_states(page, [f"#{choice}" for choice in choices])
    try_states(page, [f"#add={quote(choice)}" for choice in choices])
    page.evaluate('sessionStorage.setItem(\'compare\', \'["__proto__", {"x": 1}, "<b>"]\')')
    page.goto(f"{address}/fr/compare/")
    expect(page.locator(".compare__wrap")).to_be_hidden()


def test_each_name_is_announced_as_typed_when_entries_are_compared(
    visit: Visit, hostile_address: str
) -> None:
    page = visit(f"{hostile_address}/en/compare/")
    for number, texts in enumerate(load_groups("en")):
        texts = [text for text in texts if "$" in text or "{" in text]
        if not texts:
            continue
        page.evaluate(f"location.hash = '#h0,h{number}'")
        expect(page.locator(f".compare__table th a[href$='/h{number}/']")).to_be_visible()
        labels = page.locator(".compare__table button").evaluate_all(
            "buttons => buttons.map((each) => each.getAttribute('aria-label'))"
        )
        for text in texts:
            assert any(text in label for label in labels), (text, labels)


def test_search_and_marks_take_no_hostile_text(
    visit: Visit, site_and_step: tuple[str, int]
) -> None:
    """Three at once, each of which begins what stands in one place, and is within the others."""
    address, step = site_and_step
    entry = "cen" if step == 1 else "h12"
    for number, texts in enumerate(in_groups(load_payloads()[step :: 12 * step], 3)):
        whole = [" ".join([*texts[first:], *texts[:first]]) for first in (0, 1, 2)]
        query, marked, anchor = (quote(text, safe="") for text in whole)
        page = visit(f"{address}/en/initiatives/{entry}/?h={marked}&q={query}#{anchor}")
        box = page.locator(BOX)
        shown = whole[0].replace("\n", "")
        expect(box).to_have_value(shown[: int(str(box.get_attribute("maxlength")))])
        # Every search from an address begins; a few are awaited to the end.
        if number % 4 == 0:
            expect(page.locator(".md-search-result__meta")).to_have_text(FOUND)
        page.wait_for_load_state()
        assert find_foreign(page, f":is({FOREIGN}, img)") == [], texts


def test_words_that_scripts_know_are_words_to_find(visit: Visit, hostile_address: str) -> None:
    page = visit(f"{hostile_address}/en/glossary/")
    for word in ("constructor", "__proto__", "hasOwnProperty"):
        page.locator(BOX).fill("")
        page.locator(BOX).press_sequentially(word)
        (number,) = numbers_of(word, "en")
        expect(page.locator(f"{RESULT} a[href*='/h{number}/']").first).to_be_visible()


def test_a_link_without_end_does_not_hold_a_reader_up(page: Page, root: str) -> None:
    """From a folder the search runs where the page does."""
    end = ".html" if root.startswith("file:") else "/"
    longest = [(word * LONG)[:LONG] for word in ENDLESS]
    for address in (f"explore{end}#q=", f"compare{end}#", f"initiatives/cen{end}?h="):
        for text in longest:
            page.goto(f"{root}/en/{address}{quote(text)}")
            assert page.evaluate("1 + 1") == 2, (address, text[:10])
    box = page.locator(BOX)
    for text in longest:
        page.goto(f"{root}/en/initiatives/cen{end}?q={quote(text)}#content")
        expect(box).to_have_value(text[: int(str(box.get_attribute("maxlength")))])
        expect(page.locator(".md-search-result__meta")).to_have_text(FOUND)
        assert page.url.endswith("#content")


def test_the_table_that_a_reader_saves_is_the_published_one(
    visit: Visit, hostile_site: Path, hostile_address: str, tmp_path: Path
) -> None:
    page = visit(f"{hostile_address}/fr/explore/")
    published = hostile_site / FOLDER / "register-fr.csv"
    assert save_csv(page, tmp_path) == published.read_bytes()
