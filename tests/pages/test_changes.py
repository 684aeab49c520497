"""What changed from list to list, for the two there are and for one more."""

import re

import lxml.html
import pytest

from exports.feeds.feed import list_feed_items
from exports.json_files import to_json
from exports.published_register import publish_register
from pages.all_pages import list_pages
from pages.entries.edition_differences import compare_lists
from pages.entries.entry_page import render_initiative
from pages.views.changes.wording import compare_wording
from register.checking.problems import RegisterError
from register.data_files import EDITIONS
from register.lists.changes import list_changes
from register.load import build_register
from register.model import LANGUAGES, Language
from register.register import Register
from support.registers.next_list import GONE, NEXT, REAL, RENAMED, SITE_URL, add_list, make_site


@pytest.fixture(scope="module")
def longer(register: Register) -> Register:
    return build_register(add_list(register))


def test_the_two_lists_differ_as_printed(register: Register) -> None:
    (changes,) = list_changes(
        register.initiatives, register.editions, register.vocabulary.categories
    )
    newer, older = (edition.id for edition in register.editions)
    assert (changes.older.id, changes.newer.id) == (older, newer)
    assert not changes.added
    assert not changes.removed
    renamed = {entry.id for entry in changes.renamed}
    renumbered = {entry.id for entry in changes.renumbered}
    for entry in register.initiatives:
        one, two = entry.lists[older], entry.lists[newer]
        assert (one.name != two.name) == (entry.id in renamed)
        assert (one.number != two.number) == (entry.id in renumbered)
    for entry in changes.renamed:
        wording = compare_wording(entry.lists[older].name, entry.lists[newer].name)
        assert "".join(piece.text for piece in wording.older) == entry.lists[older].name
        assert "".join(piece.text for piece in wording.newer) == entry.lists[newer].name


def test_a_list_is_compared_with_the_one_that_it_follows(register: Register) -> None:
    """A detailed list with the detailed one before it, not with a summary between the two."""
    newest, oldest = (edition.id for edition in register.editions)
    followed = build_register(add_list(register, follows=oldest))
    changes = list_changes(followed.initiatives, followed.editions, followed.vocabulary.categories)
    found = [(each.newer.id, each.older.id) for each in changes]
    assert found == [(NEXT, oldest), (newest, oldest)]
    # What holds for two lists is shown where these two differ, and named.
    entry = next(e for e in followed.initiatives if e.lists[newest] != e.lists[oldest])
    named = followed.words["differs-between"]["fr"].format(
        older=followed.editions[2].short.fr, newer=followed.editions[1].short.fr
    )
    same = next(e for e in followed.initiatives if e.lists[newest] == e.lists[oldest])
    site = make_site(followed, "fr")
    shown = [
        named in lxml.html.fromstring(render_initiative(site, each).body).text_content()
        for each in (entry, same)
    ]
    assert shown == [True, False]


def test_a_next_list_is_one_block_in_one_file(register: Register, longer: Register) -> None:
    latest, before = list_changes(longer.initiatives, longer.editions, longer.vocabulary.categories)
    assert (latest.newer.id, latest.older.id) == (NEXT, before.newer.id)
    assert [entry.id for entry in latest.removed] == [GONE]
    assert [entry.id for entry in latest.renamed] == [RENAMED]
    assert latest.retitled == ("standard-setting",)
    newest = register.editions[0].id
    after = [e.id for e in register.initiatives if e.lists[newest].number > place(register, GONE)]
    assert sorted(entry.id for entry in latest.renumbered) == sorted(after)
    assert not latest.moved
    # The step before is as it was.
    (alone,) = list_changes(register.initiatives, register.editions, register.vocabulary.categories)
    assert [e.id for e in before.renamed] == [e.id for e in alone.renamed]


def place(register: Register, entry: str) -> int:
    return register.by_id[entry].lists[register.editions[0].id].number


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_step(longer: Register, language: Language) -> None:
    site = make_site(longer, language)
    page = lxml.html.fromstring(list_pages(site)["changes"]().body)
    steps = page.xpath("//section[contains(@class, 'step')]")
    assert len(steps) == 2
    names = [site.say(edition.short) for edition in longer.editions]
    assert names[0] in steps[0].xpath("string(h2)")
    assert "bis" in "".join(steps[0].xpath(".//ins//text()"))
    assert site.title(longer.by_id[GONE]) in steps[0].text_content()
    for step in steps:
        assert len(step.xpath(".//svg/title")) == len(step.xpath(".//svg/desc")) == 1


def test_an_entry_that_a_list_leaves_out_does_not_differ_by_that(longer: Register) -> None:
    entry = longer.by_id[GONE]
    found = compare_lists(entry, longer.editions)
    assert [edition.id for edition in found.missing] == [NEXT]
    assert not found.number_differs
    page = make_site(longer, "en")
    assert "Not in: List of 30 June 2025." in render_initiative(page, entry).body


def test_the_feed_tells_the_new_list_first_and_leads_to_the_page(longer: Register) -> None:
    items = list_feed_items(make_site(longer, "en"), SITE_URL)
    newest = next(each for each in longer.editions if each.id == NEXT)
    assert newest.name.en in items[0].title
    assert len({item.id for item in items}) == len(items)
    assert items[0].link == f"{SITE_URL}en/changes/"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"entries": {"cenn": {"number": 1, "name": "x"}}}, "no entry has the id “cenn”"),
        (
            {
                "entries": {
                    "cen": {"number": 1, "name": "x"},
                    "colibri-geoportal": {"number": 1, "name": "y"},
                }
            },
            "number 1 of this list is already taken by cen",
        ),
        ({"titles": {"standards": "x"}}, "“standards” is not a category"),
        ({"moved": {"cenn": "publication-tools"}}, "no entry has the id “cenn”"),
        ({"moved": {"cen": "standards"}}, "“standards” is not a category"),
        (
            {"moved": {"cen": "transaction-data-tools"}},
            "is the category of cen after this list too",
        ),
    ],
)
def test_a_wrong_block_is_explained(
    register: Register, changes: dict[str, object], message: str
) -> None:
    with pytest.raises(RegisterError) as error:
        build_register(add_list(register, **changes))
    assert message in str(error.value)
    assert str(error.value).startswith("data/editions.yaml:")


def test_a_place_stated_twice_is_explained(register: Register) -> None:
    newest = register.editions[0].id
    text = REAL[EDITIONS].replace(
        f"- id: {newest}\n", f"- id: {newest}\n  entries: {{cen: {{number: 9, name: x}}}}\n", 1
    )
    with pytest.raises(RegisterError, match="state it once"):
        build_register({**REAL, EDITIONS: text})


def test_wording_is_told_apart_word_by_word() -> None:
    wording = compare_wording("Base de Données", "Base de données")
    assert wording.typographic
    assert [piece.text for piece in wording.older if piece.changed] == ["Données"]
    assert not compare_wording("un", "deux").typographic


def test_a_list_that_brings_entries_is_published_like_the_others(longer: Register) -> None:
    text = to_json(publish_register(longer, SITE_URL))
    assert re.search(rf'"{NEXT}":\s*{{\s*"number"', text)
    assert '"entries"' not in text.partition('"editions"')[2].partition('"vocabulary"')[0]
