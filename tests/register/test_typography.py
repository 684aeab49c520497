"""Setting French: once is enough, and nothing else changes."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from register.checking.texts.typesetting import find_slips, set_text
from register.checking.texts.typography import is_well_set, set_french
from register.model import LANGUAGES, Language

# XML cannot hold control characters; the register's texts have none.
words = st.text(
    st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff")
)


@given(words)
def test_setting_french_twice_changes_nothing_more(text: str) -> None:
    once = set_french(text)
    assert set_french(once) == once
    assert "'" not in once


@given(words)
def test_setting_french_changes_nothing_but_spaces_and_apostrophes(text: str) -> None:
    def bare(value: str) -> str:
        return re.sub(r"[\s\u202f\u00a0]", "", value).replace("’", "'")

    assert bare(set_french(text)) == bare(text)


@given(st.text(st.sampled_from("a :;!?»«'\u202f\xa0\n\t\u2028é1")))
def test_a_text_is_well_set_when_setting_leaves_it(text: str) -> None:
    assert is_well_set(text, "fr") == (set_french(text) == text)


@example("0:»", "fr")
@example('"»0:"', "fr")
@given(
    st.text(st.sampled_from("aéO :;!?»«“”.,\"'%1 50\u202f\xa0\noeu")), st.sampled_from(LANGUAGES)
)
def test_setting_twice_changes_nothing_more_and_leaves_no_letter_out(
    text: str, language: Language
) -> None:
    once = set_text(text, language)
    assert set_text(once, language) == once
    letters = re.sub(r"[^a-zé0-9]", "", text.replace("oe", "œ"))
    assert re.sub(r"[^a-zé0-9]", "", once.replace("oe", "œ")) == letters


def test_what_a_quotation_has_is_left_to_the_letter() -> None:
    text = "Écrit «\u202f50% , oeuvre\u202f» ici."
    assert set_text(text, "fr") == text
    assert not list(find_slips(text, "fr"))


def test_french_is_set_as_a_whole() -> None:
    text = 'L\'oeuvre comprend: "un" à 50% , soit 1 500  cas; puis “deux” !'
    n = "\u202f"
    assert set_text(text, "fr") == (
        f"L’œuvre comprend{n}: «{n}un{n}» à 50{n}%, soit 1{n}500 cas{n}; puis «{n}deux{n}»{n}!"
    )
    assert not list(find_slips(set_text(text, "fr"), "fr"))


def test_english_is_set_as_a_whole() -> None:
    text = 'The Secretariat\'s "one" at 50 % : two  things .'
    assert set_text(text, "en") == "The Secretariat’s “one” at 50%: two things."
    assert not list(find_slips(set_text(text, "en"), "en"))
