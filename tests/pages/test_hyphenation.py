"""Words are parted where pyphen parts them, which reads its dictionaries otherwise."""

import re

import pyphen
import pytest

from pages.views.hyphenation import find_parts
from register.model import Language
from support.build import ROOT


@pytest.mark.parametrize(("language", "dictionary"), [("fr", "fr"), ("en", "en_GB")])
def test_words_of_the_register_are_parted_as_by_pyphen(language: Language, dictionary: str) -> None:
    text = (ROOT / "data" / "vocabulary.yaml").read_text(encoding="utf-8")
    words = sorted({*re.findall(r"[\w/’-]{4,}", text), "Interconnectivity", "œcuménique", "a-bcd"})
    reference = pyphen.Pyphen(lang=dictionary, left=3, right=3)
    assert len(words) > 500
    found = {word: find_parts(word, language) for word in words}
    assert found == {word: tuple(map(int, reference.positions(word))) for word in words}
    assert any(found.values())
