"""The real register: all of the two lists, and nothing lost between them."""

import re
from collections import Counter

from register.register import Register
from support.build import ROOT

PER_CATEGORY = [7, 13, 2, 8, 11]
# Counted in the source: the entries whose name or number differs between the two lists.
DIFFERENT = {3, 4, 5, 6, 8, 11, 13, 14, 16, 17, 23, 24, 25, 26, 28, 33, 34, 37}


def test_it_has_the_41_entries_of_the_detailed_list_in_its_order(register: Register) -> None:
    numbers = [entry.lists["detailed-2023"].number for entry in register.initiatives]
    assert numbers == list(range(1, 42))


def test_each_category_has_its_entries(register: Register) -> None:
    assert [len(entries) for entries in register.by_category.values()] == PER_CATEGORY


def test_both_lists_are_whole(register: Register) -> None:
    for edition in register.editions:
        numbers = sorted(entry.lists[edition.id].number for entry in register.initiatives)
        assert numbers == list(range(1, 42))


def test_the_lists_differ_on_the_18_entries_where_they_do(register: Register) -> None:
    different = {
        entry.lists["detailed-2023"].number
        for entry in register.initiatives
        if entry.lists["summary-2024"] != entry.lists["detailed-2023"]
    }
    assert different == DIFFERENT


def test_the_five_entries_of_the_performance_mechanism_stand_in_five_categories(
    register: Register,
) -> None:
    entries = register.by_family["pmm"]
    assert len(entries) == 5
    assert len({entry.category for entry in entries}) == 5


def test_titles_tell_entries_apart(sites: dict) -> None:
    for site in sites.values():
        titles = Counter(site.title(entry) for entry in site.register.initiatives)
        assert titles.most_common(1)[0][1] == 1


def test_every_entry_has_a_lead(register: Register) -> None:
    for entry in register.initiatives:
        assert any(actor.role == "lead" for actor in entry.actors), entry.id


def test_the_one_address_of_the_source_is_kept(register: Register) -> None:
    linked = [(link.url, entry.id) for entry in register.initiatives for link in entry.links]
    # Row 22 prints it; it is the address of the platform of row 20.
    assert linked == [
        ("https://pmm.wcoomd.org/", "pmm-platform"),
        ("https://pmm.wcoomd.org/", "pmm-assessment"),
    ]


def test_figures_are_the_same_in_both_languages(register: Register) -> None:
    """A figure lost in translation is the commonest mistake; ordinals and numerals must agree."""
    for entry in register.initiatives:
        for text in (entry.objective, entry.description, entry.status.text):
            french, english = (
                Counter(re.findall(r"\d+(?:\.\d+)*", each)) for each in (text.fr, text.en)
            )
            assert french == english, (entry.id, french - english, english - french)


def test_no_lost_character_and_no_straight_apostrophe_in_the_texts(register: Register) -> None:
    text = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    assert "\ufffd" not in text
    for entry in register.initiatives:
        for each in (entry.objective, entry.description, entry.status.text, *entry.notes):
            assert "'" not in each.fr + each.en, entry.id


def test_every_body_and_meeting_of_the_vocabulary_is_used(register: Register) -> None:
    vocabulary = register.vocabulary
    bodies = {actor.body for entry in register.initiatives for actor in entry.actors}
    meetings = {
        milestone.meeting
        for entry in register.initiatives
        for milestone in entry.milestones
        if milestone.meeting
    }
    bodies |= {vocabulary.meetings[meeting].body for meeting in meetings}
    assert set(vocabulary.meetings) == meetings
    assert set(vocabulary.bodies) - bodies == set()
