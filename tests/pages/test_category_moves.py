"""What lists moved from one category to another: on the page of changes and in the feed."""

import lxml.html
import pytest

from exports.feeds.feed import list_feed_items
from exports.json_files import to_json
from exports.published_register import PublishedRegister, publish_register
from exports.tables.flat_tables import make_tables
from pages.all_pages import list_pages
from pages.entries.entry_page import list_moves, render_initiative
from register.data_files import EDITIONS
from register.lists.changes import list_category_moves
from register.load import build_register
from register.model import LANGUAGES, Language
from register.register import Register
from support.registers.next_list import NEXT, SITE_URL, add_list, make_site

MOVED = "cen"


def list_others(register: Register) -> list[str]:
    """Return the categories of which the moved entry is not."""
    present = register.by_id[MOVED].category
    return [key for key in register.vocabulary.categories if key != present]


@pytest.fixture(scope="module")
def moved(register: Register) -> Register:
    return build_register(add_list(register, moved={MOVED: list_others(register)[0]}))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_changes_shows_the_move_at_its_list_only(
    moved: Register, language: Language
) -> None:
    site = make_site(moved, language)
    page = lxml.html.fromstring(list_pages(site)["changes"]().body)
    heading = moved.words["changes-in-another-heading"][language]
    latest, before = page.xpath("//section[contains(@class, 'step')]")
    assert not before.xpath(f".//table[caption = '{heading}']")
    (row,) = latest.xpath(f".//table[caption = '{heading}']/tbody/tr")
    assert row.xpath("th/a/@href")[0].endswith(f"/{MOVED}/")
    categories = moved.vocabulary.categories
    keys = (list_others(moved)[0], moved.by_id[MOVED].category)
    assert row.xpath("td/text()") == [site.say(categories[key].short) for key in keys]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_says_it_with_the_entry(moved: Register, language: Language) -> None:
    site = make_site(moved, language)
    categories = moved.vocabulary.categories
    keys = (list_others(moved)[0], moved.by_id[MOVED].category)
    before, after = (site.say(categories[key].short) for key in keys)
    said = site.words("feed-category", before=before, after=after)
    title = site.title(moved.by_id[MOVED])
    items = [item for item in list_feed_items(site, SITE_URL) if said in item.summary]
    assert [item.title for item in items] == [title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_entry_says_it(moved: Register, language: Language) -> None:
    site = make_site(moved, language)
    key = list_others(moved)[0]
    (said,) = list_moves(site, moved.by_id[MOVED])
    assert site.say(moved.vocabulary.categories[key].name) in said
    heads = {key: list_moves(site, moved.by_id[key]) for key in moved.by_id if key != MOVED}
    assert not any(heads.values())
    body = render_initiative(site, moved.by_id[MOVED]).body
    assert said in lxml.html.fromstring(body).text_content()


def test_whoever_takes_the_data_away_gets_it(moved: Register) -> None:
    document = publish_register(moved, SITE_URL)
    back = PublishedRegister.model_validate_json(to_json(document))
    category = list_others(moved)[0]
    found = {entry.id: entry.moved for entry in back.initiatives if entry.moved}
    assert found == {MOVED: {NEXT: category}}
    (table,) = (table for table in make_tables(back) if table.name == "moved")
    assert table.rows == ((MOVED, NEXT, category),)


def test_a_move_leads_to_where_the_next_one_starts(register: Register) -> None:
    """Back and forth: the category between two moves is kept by the later one."""
    away, present = list_others(register)[0], register.by_id[MOVED].category
    texts = add_list(register, moved={MOVED: away})
    older = register.editions[0].id
    mark = f"- id: {older}\n"
    assert mark in texts[EDITIONS]
    moved = f"{mark}  moved: {{{MOVED}: {present}}}\n"
    register = build_register({**texts, EDITIONS: texts[EDITIONS].replace(mark, moved, 1)})
    found = list_category_moves(register.initiatives, register.editions)
    steps = {key: [(each.before, each.after) for each in moves] for key, moves in found.items()}
    assert steps[NEXT] == [(away, present)]
    assert steps[older] == [(present, away)]
