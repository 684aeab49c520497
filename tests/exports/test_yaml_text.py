"""YAML by events is YAML as PyYAML dumps it."""

from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.yaml_text import write_yaml

# What a bare word may be taken for, or what has a meaning of its own.
ODD = [
    "",
    "~",
    "null",
    "yes",
    "On",
    "1_000",
    "0x1f",
    "1:20",
    "=",
    "<<",
    "- a",
    "a: b",
    "#",
    "2024-01-01",
]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.sampled_from(ODD)
PLAIN = TEXTS | st.none() | st.booleans() | st.integers()
VALUES = st.recursive(
    PLAIN, lambda each: st.lists(each, max_size=4) | st.dictionaries(TEXTS, each, max_size=4)
)


class Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


@given(VALUES)
@settings(deadline=None)
def test_it_is_what_the_library_dumps(value: object) -> None:
    expected = yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=100)
    assert write_yaml(value) == expected
