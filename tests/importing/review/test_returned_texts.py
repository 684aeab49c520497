"""A text of a reviewer's copy is read back as it was written, whatever it is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.tables.review_copy import to_review_copy
from importing.readers.review_copy import read_copy
from importing.review.compare import compare_copies
from importing.review.write_edits import _write_value
from importing.writing.text_edits import YamlText
from register.editing.review_texts import list_review_texts, mark_text, tidy_text
from register.load import load_register
from register.model import LANGUAGES
from support.registers.hostile import make_register
from support.review_copies import changed_lines, fill_in, read_data, take
from support.yaml_loading import load_yaml


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        # A text of several lines needs a block, whatever it had before.
        ("name", "Un nom\n\net plus", ["    fr: |-", "      Un nom", "", "      et plus"]),
        ("name", "- [x]: # y", ['    fr: "- [x]: # y"']),
        ("objective", "# un\n- deux", ["    fr: |-", "      # un", "      - deux"]),
        ("objective", "> trois", ["      > trois"]),
        ("actors.1.note", 'Un "mot": {x}, d’où', None),
    ],
)
def test_a_text_is_written_as_the_one_before_it(
    project: Path, sent: Path, tmp_path: Path, field: str, text: str, expected: list[str] | None
) -> None:
    entry = "bacuda-capacity-building"
    back = fill_in(sent, tmp_path / "back.xlsx", {(entry, field, "fr"): text})
    before = read_data(project)["initiatives.yaml"]
    result = take(project, back, "--write")
    assert result.exit_code == 0, result.stderr
    after = read_data(project)["initiatives.yaml"]
    old, new = changed_lines(before, after)
    (now,) = (
        each.text.fr
        for each in list_review_texts(load_register(project / "data").by_id[entry])
        if each.key == field
    )
    assert now == tidy_text(text, "fr")
    if expected is None:
        # Within braces, on its one line; the rest of which stays.
        assert len(old) == len(new) == 1
        assert old[0].split("en: ")[1] == new[0].split("en: ")[1]
    else:
        assert new == expected


def test_copies_of_several_units_come_back_together(
    project: Path, sent: Path, tmp_path: Path
) -> None:
    shared = {("cts", "name", "en"): "Cargo tool"}
    first = fill_in(
        sent,
        tmp_path / "one.xlsx",
        {**shared, ("cen", "name", "en"): "CEN one", ("cts", "name", "fr"): "Outil fret"},
    )
    second = fill_in(sent, tmp_path / "two.xlsx", {**shared, ("cen", "name", "en"): "CEN two"})
    result = take(project, first, second, "--write")
    assert result.exit_code == 0, result.stderr
    assert "changes to write: 2, written already: 0, to settle: 2" in result.stdout
    assert "the copies say different things" in result.stdout
    now = load_register(project / "data")
    assert (now.by_id["cts"].name.fr, now.by_id["cts"].name.en) == ("Outil fret", "Cargo tool")
    assert now.by_id["cen"].name.en not in ("CEN one", "CEN two")


def test_line_breaks_of_the_file_stay(project: Path, sent: Path, tmp_path: Path) -> None:
    path = project / "data" / "initiatives.yaml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    back = fill_in(sent, tmp_path / "back.xlsx", {("cen", "description", "fr"): "Un.\n\n- deux"})
    assert take(project, back, "--write").exit_code == 0
    data = path.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert load_register(project / "data").by_id["cen"].description.fr == "Un.\n\n- deux"


def test_hostile_texts_come_back_as_they_went(tmp_path: Path) -> None:
    hostile = make_register()
    path = tmp_path / "copy.xlsx"
    path.write_bytes(to_review_copy(hostile))
    rows = read_copy(path)
    assert rows
    assert sum(len(list(list_review_texts(e))) for e in hostile.initiatives) == len(rows)
    review = compare_copies(rows, hostile)
    assert not review.edits and not review.obstacles
    assert all(None not in row.texts.values() for row in rows)


_MARKS = st.text(st.sampled_from("aé0O \n-'\"«»“”:;!?%,.\u202f\u00a0"), max_size=20)


@given(st.one_of(st.text(max_size=200), _MARKS), st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_tidying_twice_changes_nothing_more(text: str, language: Any) -> None:
    tidy = tidy_text(text, language)
    assert tidy_text(tidy, language) == tidy
    assert mark_text(tidy, language) == mark_text(text, language)


_PRINTABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))
_TEXT = st.text(st.one_of(_PRINTABLE, st.sampled_from("\n-#:>|'\"{}[]&*!% ")), min_size=1)
_FORMS = (
    "- a: 1\n  name:\n    fr: plain # kept\n    en: x\n",
    "- a: 1\n  name:\n    fr: >- # kept\n      block of\n      lines\n\n    # kept\n    en: x\n",
    "- a: 1\n  name:\n    fr: |-\n      block\n    en: x\n",
    '- a: 1\n  name: {fr: "quoted", en: x} # kept\n',
    "- a: 1\n  name:\n    fr:\n    en: x\n",
    "- a: 1\n  notes:\n  - fr: 'one'\n    en: x\n",
)


@given(_TEXT, st.sampled_from(_FORMS))
@settings(deadline=None)
def test_any_text_is_read_back_as_it_was_written(text: str, form: str) -> None:
    new = tidy_text(text, "en")
    if not new or "\ufeff" in new:
        return
    file = YamlText(text=form)
    where = (0, "notes", 0, "fr") if "notes" in form else (0, "name", "fr")
    found = file.find(where)
    assert found is not None
    file.replace(where, _write_value(file.text, found[1], new))
    (item,) = load_yaml(file.result())
    value = item["notes"][0] if "notes" in item else item["name"]
    assert value == {"fr": new, "en": "x"}
    assert file.result().count("# kept") >= form.count("# kept")
