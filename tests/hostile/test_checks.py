"""What the checks refuse of hostile input, said where it stands."""

import copy
import io
from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from exports.tables.flat_tables import Table
from exports.tables.workbook import to_xlsx
from register import data_files, load
from register.checking.problems import Problem, RegisterError
from register.field_types import MAX_TEXT
from register.reading import text_files
from support.build import ROOT
from support.yaml_loading import load_yaml

REFUSED = load_yaml((ROOT / "tests" / "hostile" / "refused.yaml").read_text("utf-8"))
IDS = (("id",), ("former_ids", 0), ("category",), ("relations", 0, "to"), ("actors", 0, "body"))
ADDRESSES = (("links", 0, "url"),)
TEXTS = (("name", "fr"), ("description", "en"), ("notes", 0, "fr"), ("status", "text", "fr"))
SOUND = {"ids": "a-b2", "addresses": "https://www.example.org/?a=1&b='2'#x", "texts": "x < y"}
EXCEL_CELL = 32_767
PLACES = {"ids": IDS, "addresses": ADDRESSES, "texts": TEXTS}


@cache
def sources() -> dict[str, str]:
    """Return the real data files, without what points at entries other than the first."""
    found, problems = text_files.read_folder(ROOT / "data")
    assert not problems
    return {**found, data_files.ANOMALIES: "groups: {}\nanomalies: []\n"}


def problems_of(place: tuple[Any, ...], values: list[str]) -> list[list[Problem]]:
    """Return the problems of each entry of a register, each with one value at one place of it."""
    first = load_yaml(sources()[data_files.INITIATIVES])[0]
    text, ends = "", []
    for number, value in enumerate(values):
        entry = {
            **copy.deepcopy(first),
            "id": f"entry-{number}",
            "former_ids": [f"former-{number}"],
            "relations": [{"to": f"entry-{(number + 1) % len(values)}", "kind": "see-also"}],
            "links": [{"url": "https://www.example.org/", "label": {"fr": "x", "en": "y"}}],
            "notes": [{"fr": "x", "en": "y"}],
        }
        target = entry
        for step in place[:-1]:
            target = target[step]
        target[place[-1]] = value
        text += yaml.safe_dump([entry])
        ends.append(text.count("\n"))
    found: list[list[Problem]] = [[] for _ in values]
    try:
        load.build_register({**sources(), data_files.INITIATIVES: text})
    except RegisterError as error:
        for problem in error.problems:
            found[bisect_left(ends, problem.line)].append(problem)
    name = next(step for step in reversed(place) if isinstance(step, str))
    return [[each for each in problems if name in each.where] for problems in found]


@pytest.mark.parametrize("kind", PLACES)
def test_the_checks_refuse(kind: str) -> None:
    for place in PLACES[kind]:
        if place[-1] == "to":
            # Of many entries that are not there only one problem is left.
            pairs = [problems_of(place, [SOUND[kind], value]) for value in REFUSED[kind]]
            found = [pairs[0][0], *(pair[1] for pair in pairs)]
        else:
            found = problems_of(place, [SOUND[kind], *REFUSED[kind]])
        missed = [value for value, each in zip(REFUSED[kind], found[1:], strict=True) if not each]
        assert not missed, place
        expected = len(found[0]) if place[-1] in {"category", "to", "body"} else 0
        assert len(found[0]) == expected, found[0]


def test_a_text_is_no_longer_than_a_cell_of_a_workbook_can_hold() -> None:
    long = ["x" * MAX_TEXT, "x" * (MAX_TEXT + 1)]
    for place in TEXTS:
        found, too_long = problems_of(place, long)
        assert not found
        assert [str(each.message) for each in too_long] == [
            "the text is longer than 16000 characters"
        ]
    widest = "\U0001d4bd" * MAX_TEXT
    book = to_xlsx([Table(name="x", columns=("y",), rows=((widest,),))], "x")
    assert openpyxl.load_workbook(io.BytesIO(book))["x"]["A2"].value == widest
    assert len(widest.encode("utf-16-le")) // 2 <= EXCEL_CELL


def test_no_source_can_leave_the_data_folder(tmp_path: Path) -> None:
    """YAML has no inclusion, and a tag that makes an object is an error."""
    for name, text in sources().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    for tag in (
        "!!python/object/apply:os.system ['touch x']",
        "!include /etc/passwd",
        "!!binary eA==",
    ):
        (tmp_path / data_files.EDITIONS).write_text(f"- id: {tag}\n", "utf-8")
        with pytest.raises(RegisterError):
            load.load_register(tmp_path)
    assert not (Path.cwd() / "x").exists()
