"""Links to a selection, as mail programs and chats rewrite them, and anchors on these pages."""

import json

from playwright.sync_api import Page, expect

from support.browser.places import Place
from support.browser.scripts import evaluate
from website.localized_site import LocalizedSite

BASKET = "JSON.parse(sessionStorage.getItem('compare') ?? '[]')"
# The comparison "#cen,data-model", as it may arrive.
COMPARISONS = (
    "#cen%2Cdata-model",
    "#cen%2cdata-model",
    "#cen%252Cdata-model",
    "#cen,data-model.",
    "#cen,data-model),",
    "#cen,data-model%22%3E",
    "#cen,data-model&quot;",
    "#%3Ccen,%20data-model%5D",
    "#CEN,Data-Model",
)
# The selection "#phase=active,pilot&access=members&q=customs data&sort=-name&view=cards".
SELECTIONS = (
    "#phase=active%2Cpilot&access=members&q=customs%20data&sort=-name&view=cards",
    "#phase=active%2cpilot&amp;access=members&amp;q=customs%20data&amp;sort=-name&amp;view=cards",
    "#phase%3Dactive,pilot%26access%3Dmembers%26q%3Dcustoms%20data%26sort%3D-name%26view%3Dcards",
    "#phase%3Dactive%2Cpilot&access%3Dmembers&q=customs+data&sort=%2Dname&view=cards).",
    "#phase%253Dactive%252Cpilot%2526access%253Dmembers%2526q%253Dcustoms%252520data"
    "%2526sort%253D-name%2526view%253Dcards",
    "#phase=active,pilot&amp;amp;access=members&q=customs%20data&sort=-name&view=cards%22",
    "#Phase=ACTIVE,pilot&access=members,&q=customs%20data&sort=-name]&view=cards>",
)


def open_at(page: Page, place: Place, path: str, state: str) -> None:
    """Open a page with a state: a new document, even where only the state differs."""
    page.goto("about:blank")
    page.goto(place.address(path, state))


def choose(page: Page, place: Place, *ids: str) -> None:
    """Put entries aside, as a reader does in the explorer."""
    open_at(page, place, "explore", "")
    for each in ids:
        page.locator(f".compare-box[value={each}]").check()


def compared(page: Page) -> list[str]:
    links = page.locator(".compare__table thead a")
    return links.evaluate_all(
        "links => links.map((a) => a.getAttribute('href').match(/initiatives.([a-z0-9-]+)/)[1])"
    )


def expect_compared(page: Page, *ids: str) -> None:
    expect(page.locator(".compare__table thead th")).to_have_count(len(ids) + 1)
    assert compared(page) == list(ids)


def test_a_rewritten_comparison_is_the_same(page: Page, place: Place) -> None:
    for state in COMPARISONS:
        open_at(page, place, "compare", state)
        expect_compared(page, "cen", "data-model")
        expect(page.locator(".compare__dropped")).to_be_empty()
        assert page.evaluate("location.hash") == "#cen,data-model", state
        # As for a reader who has only this link.
        page.evaluate("sessionStorage.clear()")


def test_a_rewritten_selection_is_the_same(page: Page, place: Place) -> None:
    for state in SELECTIONS:
        open_at(page, place, "explore", state)
        expect(page.locator("#explore-query")).to_have_value("customs data")
        checked = page.locator("[data-facet] input:checked").evaluate_all(
            "boxes => boxes.map((box) => box.value)"
        )
        assert sorted(checked[:2]) == ["active", "pilot"] and checked[2:] == ["members"], state
        expect(page.locator("[name=view]:checked")).to_have_value("cards")
        expect(page.locator("#explore-sort")).to_have_value("-name")
        expect(page.locator(".explore .notice")).to_be_empty()
        page.evaluate("sessionStorage.clear()")


def test_what_is_encoded_within_a_query_stays_in_it(page: Page) -> None:
    queries = evaluate(
        page,
        ["common/address", "explorer/state"],
        """(queries) => queries.map((query) => {
          const facets = new Map([["phase", ["active"]]]);
          const state = { ...ExploreState.decode("", facets), query };
          return ExploreState.decode(ExploreState.encode(state), facets).query;
        })""",
        ["R&D", "a=b", "100 %", "a%2Cb", "x&amp;y", "1+1", "“quoted”.", "é,è"],
    )
    assert queries == ["R&D", "a=b", "100 %", "a%2Cb", "x&amp;y", "1+1", "“quoted”.", "é,è"]


def test_an_unknown_part_is_passed_over_with_a_word(
    page: Page, place: Place, sites: dict[str, LocalizedSite]
) -> None:
    said = sites[place.language].words("link-unknown", parts="nothing, x=1")
    open_at(page, place, "explore", "#phase=active,nothing&x=1")
    expect(page.locator(".explore .notice")).to_have_text(said)
    expect(page.locator("[data-facet=phase] input:checked")).to_have_count(1)
    page.locator(".chosen__clear").click()
    expect(page.locator(".explore .notice")).to_be_empty()
    open_at(page, place, "compare", "#cen,nothing,data-model")
    expect_compared(page, "cen", "data-model")
    said = sites[place.language].words("link-unknown", parts="nothing")
    expect(page.locator(".compare__dropped")).to_have_text(said)


def test_a_fifth_entry_is_named_as_left_out(
    page: Page, place: Place, sites: dict[str, LocalizedSite]
) -> None:
    ids = ["cen", "data-model", "ace-database", "trade-tools"]
    open_at(page, place, "compare", f"#{','.join([*ids, 'smart-customs'])}")
    expect_compared(page, *ids)
    site = sites[place.language]
    title = site.title(site.register.by_id["smart-customs"])
    said = site.words("compare-too-many", names=title)
    expect(page.locator(".compare__dropped")).to_have_text(said)


def test_no_address_empties_what_the_reader_chose(page: Page, place: Place) -> None:
    choose(page, place, "cen", "data-model")
    for state in ("#nothing", "#%", "#%E0%A4%A", "#x=1", "#content", "#__search"):
        open_at(page, place, "compare", state)
        expect_compared(page, "cen", "data-model")
        assert page.evaluate(BASKET) == ["cen", "data-model"], state
        switch = page.locator(".site-header__language")
        assert str(switch.get_attribute("href")).endswith("#cen,data-model"), state


def test_what_a_link_brings_leaves_the_readers_own_choice_alone(
    page: Page, place: Place, sites: dict[str, LocalizedSite]
) -> None:
    choose(page, place, "cen", "data-model")
    open_at(page, place, "compare", "#ace-database,trade-tools")
    expect_compared(page, "ace-database", "trade-tools")
    linked = page.locator(".compare__linked")
    expect(linked).to_contain_text(sites[place.language].words("compare-linked", count=2))
    page.locator("#compare-add").select_option("smart-customs")
    page.reload()
    expect_compared(page, "ace-database", "trade-tools", "smart-customs")
    expect(linked).to_be_visible()
    assert page.evaluate(BASKET) == ["cen", "data-model"]
    page.locator("[data-action=mine]").click()
    expect_compared(page, "cen", "data-model")
    expect(linked).to_be_hidden()
    page.go_back()
    expect_compared(page, "ace-database", "trade-tools", "smart-customs")
    page.locator("[data-action=take]").click()
    expect(linked).to_be_hidden()
    assert page.evaluate(BASKET) == ["ace-database", "trade-tools", "smart-customs"]


def test_the_skip_link_leaves_the_state_alone(page: Page, place: Place) -> None:
    for path, state, chosen in (
        ("compare", "#cen,data-model", ".compare__table thead a"),
        ("explore", "#phase=active&access=members", ".chip"),
    ):
        open_at(page, place, path, state)
        expect(page.locator(chosen)).to_have_count(2)
        page.locator(".md-skip").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#content")).to_be_focused()
        assert page.evaluate("location.hash") == state
        page.reload()
        expect(page.locator(chosen)).to_have_count(2)


def test_former_ids_are_understood(page: Page) -> None:
    read = evaluate(
        page,
        ["common/address", "compare/selection"],
        """(hashes) => hashes.map((hash) =>
          CompareSelection.decode(
            hash, new Map([["cen", 0], ["trs", 1]]), new Map([["old-cen", "cen"]])))""",
        ["#old-cen,trs", "#cen,old-cen", "#add=old-cen", "#add%3DOld-Cen.", "#__proto__"],
    )
    assert [each["ids"] for each in read] == [["cen", "trs"], ["cen"], ["cen"], ["cen"], []]
    assert [each["adds"] for each in read] == [False, False, True, True, False]
    assert json.dumps(read[-1]["unknown"]) == '["proto"]'
