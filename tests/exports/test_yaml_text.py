"""Data as YAML: the text that the library itself would write, and read back as it was."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exports.yaml_text import WIDTH, to_yaml_text

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=150) | st.sampled_from(
    ["yes", "no", "null", "1.0", "0x1f", "2024-03-19", "~", "- a", "a: b", "#", "{{ x }}", "*a", ""]
)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_TEXTS, _VALUES, max_size=5))
def test_it_is_what_the_library_writes(value: dict[str, Any]) -> None:
    class Dumper(yaml.CSafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    text = to_yaml_text(value)
    assert text == yaml.dump(value, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    assert yaml.load(text, yaml.CSafeLoader) == value


def test_a_value_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="float has no form"):
        to_yaml_text({"a": 1.5})
