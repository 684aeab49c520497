"""Whatever a file has, it is read or explained, and read again as at first."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.checking.problems import RegisterError
from register.data_files import FILES, INITIATIVES, PROOFREADING, VOCABULARY
from register.load import build_register, load_register
from register.messages import say
from register.reading import list_document
from register.reading.list_document import cut_list, read_yaml
from register.reading.parse import parse_carefully, parse_text
from support.build import ROOT
from support.registers.golden import sources

# XML cannot hold control characters; the register's texts have none.
words = st.text(
    st.characters(blacklist_categories=("Cc", "Cs"), blacklist_characters="\ufffe\uffff")
)
hostile = st.sampled_from(
    [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "{{ 7*7 }}",
        "{% raw %}",
        "&amp;",
        "OMD",
        "CLiKC!",
        "- ",
        "\n\n",
        "\n",
        '"',
        "'",
        "<!--",
        "]]>",
        "](javascript:alert(1))",
    ]
)
texts = st.lists(st.one_of(words, hostile), max_size=12).map("".join)


wild_yaml = st.one_of(
    st.text(max_size=200),
    st.lists(
        hostile
        | st.sampled_from(
            [
                "- ",
                "id: a\n",
                "  fr: x\n",
                "&a ",
                "*a",
                "[",
                "]",
                "{",
                "}",
                ": ",
                "!!python/object:x",
                "|\n",
                ">-\n",
                "\t",
                "?",
                "2024-01-01",
                "yes",
                "<<: ",
            ]
        )
    ).map("".join),
)


@settings(max_examples=300)
@given(wild_yaml)
def test_any_yaml_is_read_or_explained(source: str) -> None:
    document = read_yaml(source, "wild.yaml")
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).startswith("wild.yaml:")


@settings(max_examples=500)
@given(wild_yaml)
def test_the_fast_way_of_reading_equals_the_slow_one(source: str) -> None:
    fast, slow = parse_text(source), parse_carefully(source)
    # Written out, because what is not a number (.nan) equals nothing.
    assert repr((fast.values, fast.is_read, fast.problems)) == repr(
        (slow.values, slow.is_read, slow.problems)
    )


@settings(max_examples=500)
@given(st.lists(st.sampled_from(["-", "- ", "a", "\n", "\r\n", "# b"])).map("".join))
def test_a_list_is_cut_where_its_entries_begin(text: str) -> None:
    head, entries = cut_list(text)
    assert "".join([head, *entries]) == text
    assert all(re.match(r"-(?: |\r|\n|$)", entry) for entry in entries)
    assert not any(re.search(r"\n-(?: |\r|\n|$)", entry) for entry in (f"\n{head}", *entries))


def test_problems_are_sorted_by_place() -> None:
    document = read_yaml("a: 1\nb: 2\n", "x.yaml")
    error = RegisterError(
        [document.problem(("b",), say("second")), document.problem(("a",), say("first"))]
    )
    assert [problem.message.id for problem in error.problems] == ["first", "second"]


REAL = {name: (ROOT / "data" / name).read_text(encoding="utf-8") for name in FILES}
WILD = (
    "\\n|  |\\t|- |: |'|\"|{|[|}|]|&a |*a|>|#|%|---\\n|no|2024-01-01|12|é|id: |fr: |"
    "\u202e|\ufeff|!!python/object:os.system"
)
SNIPPETS = st.sampled_from(WILD.replace("\\n", "\n").replace("\\t", "\t").split("|"))


def outcome(texts: dict[str, str]) -> object:
    """Return the register with its warnings, or the problems, that `texts` make."""
    try:
        register = build_register(texts)
        return register, register.warnings
    except RegisterError as error:
        return [problem.show() for problem in error.problems]


def clean_outcome(texts: dict[str, str]) -> object:
    """Return the outcome of `texts` with nothing remembered of what was read before."""
    with patch.object(list_document, "parse_text", parse_text.__wrapped__):
        return outcome(texts)


@settings(max_examples=25)
@given(st.sampled_from(FILES), st.binary(max_size=400))
def test_no_bytes_make_the_check_fall_over(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        for each, text in REAL.items():
            Path(folder, each).write_text(text, encoding="utf-8")
        Path(folder, name).write_bytes(content)
        with pytest.raises(RegisterError):
            load_register(Path(folder))


# The entries, mostly, and what they are checked by.
EDITED = (INITIATIVES, INITIATIVES, VOCABULARY, PROOFREADING)
edits = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), SNIPPETS), min_size=1, max_size=3)


def apply_edits(text: str, changes: list[tuple[float, int, str]]) -> str:
    for place, removed, inserted in changes:
        at = int(place * len(text))
        text = text[:at] + inserted + text[at + removed :]
    return text


@settings(max_examples=15)
@given(st.lists(st.tuples(st.sampled_from(EDITED), edits), min_size=1, max_size=3))
def test_reading_again_what_changed_equals_reading_all(
    saves: list[tuple[str, list[tuple[float, int, str]]]],
) -> None:
    """After any run of saves the preview's reading finds what a clean one finds."""
    small = sources()
    outcome(small)
    for name, changes in saves:
        texts = {**small, name: apply_edits(small[name], changes)}
        assert outcome(texts) == clean_outcome(texts)
    assert outcome(small) == clean_outcome(small)


def test_what_was_found_by_another_vocabulary_is_found_no_more() -> None:
    renamed = {**REAL, VOCABULARY: REAL[VOCABULARY].replace("\n  active:", "\n  activated:", 1)}
    assert renamed != REAL
    for texts in (REAL, renamed, REAL):
        assert outcome(texts) == clean_outcome(texts)
    assert "active" in str(outcome(renamed))
    assert not isinstance(outcome(REAL), list)
