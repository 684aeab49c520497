"""The explorer in a real Chromium: what it selects, counts, sorts and keeps in its address."""

import json
import re
from itertools import combinations_with_replacement

import pytest
from playwright.sync_api import Page, expect

from register.register import Register
from support.browser.explorer import Values, count, open_explorer, select, shown
from support.browser.places import Place
from support.browser.scripts import evaluate

# Chooses each value by the address; returns what is checked, the rows shown, and all counts then.
CHOOSE_EACH = """
async (offered) => {
  const found = [];
  for (const [facet, value] of offered) {
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = `${facet}=${value}`;
    await changed;
    const sections = [...document.querySelectorAll("[data-facet]")];
    const checked = sections.flatMap((section) =>
      [...section.querySelectorAll("input:checked")].map((box) =>
        `${section.dataset.facet}=${box.value}`));
    const rows = [...document.querySelectorAll("table.entries tbody tr")];
    const counts = sections.map((section) => [
      section.dataset.facet,
      Object.fromEntries([...section.querySelectorAll("[data-value]")].map((item) =>
        [item.dataset.value, Number(item.querySelector(".facet__count").textContent)])),
    ]);
    found.push([checked, rows.map((row) => row.dataset.entry), Object.fromEntries(counts)]);
  }
  return found;
}
"""


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_two_values_select_and_count_what_the_data_say(
    page: Page, site_address: str, facts: dict[str, Values], language: str
) -> None:
    open_explorer(page, site_address, language)
    every = [
        (facet, value)
        for facet in next(iter(facts.values()))
        for value in sorted({value for values in facts.values() for value in values[facet]})
    ]
    pairs = list(combinations_with_replacement(every, 2))
    assert len(pairs) > 3000
    data = json.loads(page.locator("#explore-data").text_content() or "")
    # As text: Playwright takes long over many small objects.
    text = evaluate(
        page,
        ["explorer/filter"],
        """([data, pairs]) => {
          const facets = Object.keys(data.facets);
          const { entries } = data;
          return JSON.stringify(pairs.map(([[one, a], [other, b]]) => {
            const chosen = new Map(facets.map((facet) => [facet, []]));
            chosen.get(one).push(a);
            if (one !== other || a !== b) chosen.get(other).push(b);
            const { found, counts } = ExploreFilter.select(entries, facets, chosen, null);
            return [
              found.map((entry) => entry.id),
              Object.fromEntries([...counts].map(([k, map]) => [k, Object.fromEntries(map)])),
            ];
          }));
        }""",
        [data, pairs],
    )
    results = json.loads(text)
    for pair, (found, counts) in zip(pairs, results, strict=True):
        chosen: Values = {}
        for facet, value in pair:
            chosen.setdefault(facet, []).append(value)
        assert found == select(facts, chosen), pair
        for facet in counts:
            assert counts[facet] == count(facts, chosen, facet), (pair, facet)


def test_every_value_shows_its_entries_and_the_counts_beside_it(
    page: Page, site_address: str, facts: dict[str, Values]
) -> None:
    open_explorer(page, site_address, "en")
    offered = page.locator("[data-facet]").evaluate_all(
        """sections => sections.flatMap((section) =>
          [...section.querySelectorAll("input[type=checkbox]")].map((box) =>
            [section.dataset.facet, box.value]))"""
    )
    known = {(f, value) for values in facts.values() for f in values for value in values[f]}
    assert known <= {tuple(each) for each in offered}
    for (facet, value), (checked, rows, beside) in zip(
        offered, page.evaluate(CHOOSE_EACH, offered), strict=True
    ):
        assert checked == [f"{facet}={value}"]
        assert rows == select(facts, {facet: [value]}), (facet, value)
        for other, counts in beside.items():
            expected = count(facts, {facet: [value]}, other)
            assert {key: n for key, n in counts.items() if n} == expected, (facet, value, other)


def test_a_choice_by_keyboard_goes_into_the_address_and_back(
    page: Page, site_address: str, facts: dict[str, Values]
) -> None:
    open_explorer(page, site_address)
    box = page.locator("[data-facet=category] input[value=standard-setting]")
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("#category=standard-setting$"))
    first = select(facts, {"category": ["standard-setting"]})
    assert shown(page) == first
    expect(page.locator(".chosen__count")).to_have_text(f"{len(first)} initiatives sur 41")
    expect(page.locator(".chosen__count")).to_have_attribute("role", "status")
    page.locator("[data-facet=phase] input[value=active]").check()
    page.locator("[data-facet=phase] input[value=pilot]").check()
    both = select(facts, {"category": ["standard-setting"], "phase": ["active", "pilot"]})
    assert shown(page) == both
    expect(page).to_have_url(re.compile("#category=standard-setting&phase=pilot,active$"))
    page.reload()
    expect(page.locator(".chip")).to_have_count(3)
    assert shown(page) == both
    page.go_back()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(1)
    assert shown(page) == first
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    assert len(shown(page)) == 41
    page.go_forward()
    expect(page.locator(".chip")).to_have_count(1)
    chip = page.locator(".chip")
    expect(chip).to_have_accessible_name(re.compile("^Retirer le filtre Catégorie"))
    chip.focus()
    page.keyboard.press("Enter")
    assert len(shown(page)) == 41
    expect(page.locator("#explore-query")).to_be_focused()


def test_the_state_survives_a_change_of_language(page: Page, site_address: str) -> None:
    state = "#phase=active&access=members&sort=-name&view=cards"
    open_explorer(page, site_address, "fr", state)
    before = set(shown(page))
    page.locator(".site-header__language").click()
    expect(page).to_have_url(f"{site_address}/en/explore/{state}")
    expect(page.locator(".chosen__count")).to_contain_text("of 41 initiatives")
    assert set(shown(page)) == before
    page.locator(".chosen__clear").click()
    expect(page.locator(".site-header__language")).to_have_attribute(
        "href", re.compile(r"#sort=-name&view=cards$")
    )


def test_the_boxes_of_a_facet_are_a_group_with_its_name(
    page: Page, place: Place, sites: dict
) -> None:
    page.goto(place.address("explore"))
    site = sites[place.language]
    for facet in site.facets:
        group = page.locator(f"[data-facet={facet}]")
        expect(group).to_have_role("group")
        expect(group).to_have_accessible_name(site.words(f"facet-{facet}"))


def test_what_is_no_state_is_passed_over(page: Page, site_address: str) -> None:
    junk = "#phase=active,nothing&nothing=x&view=other&sort=__proto__&__proto__=1&%E0%A4%A=&q=%"
    open_explorer(page, site_address, "en", junk)
    expect(page.locator(".chip")).to_have_count(2)
    state = evaluate(
        page,
        ["common/address", "explorer/state"],
        """() => {
          const facets = new Map([["phase", ["active", "pilot"]]]);
          const hash = "phase=pilot,active&q=a%26b%3D%2C%2B&sort=-name";
          return ExploreState.encode(ExploreState.decode(hash, facets));
        }""",
    )
    assert state == "phase=active,pilot&q=a%26b%3D%2C%2B&sort=-name"
    page.goto(f"{site_address}/en/explore/#phase=active")
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_have_count(1)


@pytest.mark.parametrize(
    ("language", "typed", "entry"),
    [
        ("fr", "mecanisme de mesure", "pmm-assessment"),
        ("fr", "SYDONIA qgis", "datafid-capacity-building"),
        # Words that stand in the full text only.
        ("fr", "modules e-learning bourses", "datafid-capacity-building"),
        ("en", "scholarship sungkyunkwan", "bacuda-capacity-building"),
    ],
)
def test_text_is_sought_in_the_whole_entry(
    page: Page, site_address: str, language: str, typed: str, entry: str
) -> None:
    open_explorer(page, site_address, language)
    page.locator("#explore-query").press_sequentially(typed)
    row = page.locator(f"tr[data-entry={entry}]")
    expect(page.locator(".chip")).to_have_count(1)
    # Typing is slower than the explorer where the machine is busy: it filters by part of it first.
    expect(page.locator(".chip")).to_contain_text(typed)
    expect(page.locator("table.entries tbody tr")).not_to_have_count(41)
    expect(row).to_be_visible()
    page.locator("#explore-query").fill("zzzz")
    expect(page.locator("table.entries")).to_be_hidden()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)


def test_rows_are_sorted_by_column_and_by_list(
    page: Page, site_address: str, register: Register
) -> None:
    open_explorer(page, site_address, "en")
    number = page.get_by_role("button", name="No.")
    number.click()
    head = page.locator("th[data-sort=number]")
    expect(head).to_have_attribute("aria-sort", "ascending")
    numbers = page.locator("td.entries__number").all_text_contents()
    assert [int(each) for each in numbers] == sorted(int(each) for each in numbers)
    number.click()
    expect(head).to_have_attribute("aria-sort", "descending")
    numbers = page.locator("td.entries__number").all_text_contents()
    assert [int(each) for each in numbers] == sorted(map(int, numbers), reverse=True)
    page.locator("#explore-sort").select_option("phase")
    expect(page).to_have_url(re.compile("#sort=phase$"))
    order = list(register.vocabulary.phases)
    phases = [register.by_id[entry].status.phase for entry in shown(page)]
    assert phases == sorted(phases, key=order.index)
    page.locator("#explore-sort").select_option("position")
    assert shown(page) == [entry.id for entry in register.initiatives]
