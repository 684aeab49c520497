"""The comparison in a real Chromium: which entries, what differs, on one page."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from register.register import Register
from support.browser.axe import SCHEMES, Scheme, find_complaints_in
from support.browser.explorer import open_explorer
from support.browser.places import Place
from support.pdf import count_pages

TWO = ["cen", "data-model"]
ROWS = """
Object.fromEntries([...document.querySelectorAll("tr[data-key]")].map((row) => [
  row.dataset.key,
  {
    mark: row.querySelector(".compare__mark")?.textContent,
    differs: row.classList.contains("compare__row--differs"),
    visible: row.checkVisibility(),
  },
]))
"""


def open_compare(page: Page, site: str, language: str, ids: list[str]) -> None:
    page.goto("about:blank")
    page.goto(f"{site}/{language}/compare/#{','.join(ids)}")
    expect(page.locator(".compare__table thead th")).to_have_count(len(ids) + 1)


def compared(page: Page) -> list[str]:
    links = page.locator(".compare__table thead a").all()
    return [str(link.get_attribute("href")).split("/")[-2] for link in links]


def cells(page: Page, key: str) -> list[str]:
    return page.locator(f"tr[data-key={key}] td").all_inner_texts()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_fields_stand_side_by_side_and_what_differs_is_marked(
    page: Page, site_address: str, register: Register, sites: dict, language: str
) -> None:
    site = sites[language]
    ids = [entry.id for entry in register.initiatives]
    words = {True: site.words("compare-differs"), False: site.words("compare-same")}
    for pair in zip(ids[::6], ids[1::6], strict=False):
        open_compare(page, site_address, language, list(pair))
        entries = [register.by_id[each] for each in pair]
        titles = page.locator(".compare__table thead a").all_text_contents()
        assert titles == [site.title(entry) for entry in entries]
        differ = {
            "category": entries[0].category != entries[1].category,
            "phase": (entries[0].status.phase, entries[0].status.also)
            != (entries[1].status.phase, entries[1].status.also),
            "access": (entries[0].access.level, entries[0].access.note)
            != (entries[1].access.level, entries[1].access.note),
            "sharing": entries[0].access.sharing != entries[1].access.sharing,
            "objective": entries[0].objective != entries[1].objective,
        }
        rows = page.evaluate(ROWS)
        for key, expected in differ.items():
            assert words[expected] in rows[key]["mark"], key
            assert rows[key]["differs"] is expected, key
        for entry, text in zip(entries, cells(page, "objective"), strict=True):
            assert " ".join(entry.objective[language].split()) in " ".join(text.split())
        page.locator("#compare-only").check()
        rows = page.evaluate(ROWS)
        assert {key: rows[key]["visible"] for key in differ} == differ


def test_entries_are_added_from_the_explorer_from_a_page_and_here(
    page: Page, site_address: str
) -> None:
    open_explorer(page, site_address, "en")
    for entry in TWO:
        page.locator(f".compare-box[value={entry}]").check()
    expect(page.locator(".basket__count")).to_have_text("2 initiatives to compare.")
    page.locator(".basket a").click()
    expect(page).to_have_url(f"{site_address}/en/compare/#cen,data-model")
    expect(page.locator(".compare__said")).to_contain_text("2 initiatives")
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    assert compared(page) == TWO
    page.goto(f"{site_address}/en/initiatives/ace-database/")
    page.get_by_role("link", name="Compare with other initiatives").click()
    expect(page).to_have_url(f"{site_address}/en/compare/#cen,data-model,ace-database")
    page.locator("#compare-add").select_option("trade-tools")
    expect(page).to_have_url(f"{site_address}/en/compare/#cen,data-model,ace-database,trade-tools")
    expect(page.locator("#compare-add")).to_be_disabled()
    # A fifth takes the place of the first, and the page says so.
    page.goto(f"{site_address}/en/initiatives/smart-customs/")
    page.get_by_role("link", name="Compare with other initiatives").click()
    expect(page.locator(".compare__dropped")).to_contain_text("was removed")
    expect(page.locator(".compare__table thead a")).to_have_count(4)
    assert compared(page) == ["data-model", "ace-database", "trade-tools", "smart-customs"]
    open_explorer(page, site_address, "en")
    expect(page.locator(".compare-box:checked")).to_have_count(4)
    expect(page.locator(".compare-box[value=cen]")).to_be_disabled()
    page.locator(".basket button").click()
    expect(page.locator(".basket")).to_be_hidden()
    expect(page.locator(".compare-box[value=cen]")).to_be_enabled()


def test_the_choice_is_in_the_address_and_goes_back(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/fr/compare/")
    expect(page.locator(".compare__said")).to_have_text("Choisissez une première initiative.")
    page.locator("#compare-add").select_option("cen")
    expect(page.locator(".compare__said")).to_contain_text("deuxième")
    page.locator("#compare-add").select_option("data-model")
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    page.get_by_role("button", name=re.compile("^Retirer : Outils du Réseau")).click()
    expect(page.locator(".compare__table thead th")).to_have_count(2)
    assert compared(page) == ["data-model"]
    page.go_back()
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    assert compared(page) == TWO
    page.locator(".site-header__language").click()
    expect(page).to_have_url(f"{site_address}/en/compare/#cen,data-model")
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".compare__table thead th")).to_have_count(3)


def test_an_empty_comparison_offers_likely_ones(
    page: Page, place: Place, register: Register
) -> None:
    page.goto(place.address("compare"))
    offers = page.locator(".compare__offers [data-ids]")
    groups = [str(each.get_attribute("data-ids")).split(",") for each in offers.all()]
    for ids in groups:
        first, *others = [register.by_id[each] for each in ids]
        assert 2 <= len(ids) <= 4
        assert all(
            each.category == first.category or set(each.families) & set(first.families)
            for each in others
        )
    assert len({tuple(ids) for ids in groups}) == len(groups) >= len(register.by_category)
    # With one entry only what goes with it is left.
    page.locator("#compare-add").select_option(groups[0][-1])
    expect(page.locator(".compare__offers [data-ids]:visible")).to_have_count(
        sum(groups[0][-1] in ids for ids in groups)
    )
    offers.first.get_by_role("link").last.click()
    expect(page.locator(".compare__table thead th")).to_have_count(len(groups[0]) + 1)
    assert page.evaluate("location.hash") == f"#{','.join(groups[0])}"
    expect(page.locator(".compare__offers")).to_be_hidden()


def test_the_button_that_removes_is_no_part_of_a_columns_name(
    page: Page, site_address: str, register: Register, sites: dict
) -> None:
    open_compare(page, site_address, "en", TWO)
    for each in TWO:
        name = sites["en"].title(register.by_id[each])
        head = page.get_by_role("columnheader", name=name)
        expect(head).to_have_accessible_name(re.compile(rf"^(No\. \d+ ?)?{re.escape(name)}$"))
        expect(head.get_by_role("button")).to_have_count(0)
        expect(page.get_by_role("button", name=f"Remove: {name}")).to_be_visible()


def test_what_is_unknown_or_too_much_is_passed_over(page: Page, site_address: str) -> None:
    ids = ["nothing", "cen", "cen", "data-model", "__proto__", "ace-database", "trade-tools", "x"]
    page.goto(f"{site_address}/en/compare/#{','.join(ids)},smart-customs")
    expect(page.locator(".compare__table thead a")).to_have_count(4)
    assert compared(page) == ["cen", "data-model", "ace-database", "trade-tools"]


def test_the_link_is_copied(browser: Browser, site_address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_compare(page, site_address, "fr", TWO)
    page.locator("[data-action=copy]").click()
    expect(page.locator(".chosen__said")).to_have_text("Lien copié.")
    link = f"{site_address}/fr/compare/#cen,data-model"
    assert page.evaluate("navigator.clipboard.readText()") == link
    context.close()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_prints_on_one_page(
    page: Page, site_address: str, register: Register, language: str
) -> None:
    longest = sorted(
        register.initiatives,
        key=lambda entry: -len(entry.description[language] + entry.status.text[language]),
    )
    for count in (2, 3, 4):
        open_compare(page, site_address, language, [entry.id for entry in longest[:count]])
        document = page.pdf(prefer_css_page_size=True)
        assert count_pages(document) == 1, count
        # Whole: nothing is cut off at the foot of the page.
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        heights = page.locator("[data-compare]").evaluate("e => [e.scrollHeight, e.clientHeight]")
        assert heights[0] <= heights[1], (count, heights)
        page.emulate_media(media="screen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(page: Page, site_address: str, scheme: Scheme) -> None:
    """Two entries and four, in each scheme: one language on a desk, the other on a phone."""
    complaints = []
    looks = [("fr", TWO), ("en", [*TWO, "ace-database", "trade-tools"])]
    for width, (language, ids) in zip(
        (1440, 390), looks[:: 1 if scheme == "light" else -1], strict=True
    ):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        open_compare(page, site_address, language, ids)
        complaints += find_complaints_in(page, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not complaints, "\n".join(complaints)


def test_without_javascript_it_says_so_and_leads_to_the_table(
    browser: Browser, site_address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}/en/compare/#cen,data-model")
    expect(page.locator(".compare__choice")).to_be_hidden()
    # The likely comparisons are lists of links to the entries.
    offers = page.locator(".compare__offers .card")
    assert offers.count() >= 5
    expect(page.locator(".offer__compare").first).to_be_hidden()
    expect(offers.first.locator("a.offer__entry").first).to_be_visible()
    page.locator(".compare__script a").click()
    expect(page.locator("table.entries tbody tr")).to_have_count(41)
    context.close()


def test_it_works_from_a_folder(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda m: m.type in {"error", "warning"} and complaints.append(m.text))
    page.goto((unpacked / "en" / "initiatives" / "cen.html").as_uri())
    page.get_by_role("link", name="Compare with other initiatives").click()
    expect(page.locator(".compare__table thead th")).to_have_count(2)
    page.locator("#compare-add").select_option("data-model")
    expect(page.locator(".compare__table thead th")).to_have_count(3)
    expect(page).to_have_url(re.compile(r"/en/compare\.html#cen,data-model$"))
    page.locator(".compare__table thead a").first.click()
    expect(page).to_have_url(re.compile(r"/en/initiatives/cen\.html$"))
    context.close()
    assert not complaints
