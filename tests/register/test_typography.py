"""Setting French: once is enough, and nothing else changes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from register.checking.texts.typography import is_well_set, set_french

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
