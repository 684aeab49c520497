"""Golden problems: a valid register, one mistake, and the problems that are reported.

Each case in tests/golden/problems/ names a file of the golden register, the text to replace in
it and what to put there, and the lines that must come out. A bug arrives as a new case.
After an intended change of wording write them again by `make golden`, and read the diff.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from register.checking.problems import Problem, RegisterError
from register.load import build_register, load_register
from register.messages import say
from support.registers.golden import CASES, change_sources, find_problems, sources
from support.yaml_loading import load_yaml


@cache
def known_warnings() -> frozenset[tuple[str, str]]:
    """Place and message of the warnings that the golden register gives by itself: it is hostile."""
    return frozenset((each.where, each.message) for each in build_register(sources()).warnings)


def problems_of(texts: dict[str, str]) -> list[str]:
    return [
        str(problem)
        for problem in find_problems(texts)
        if problem.severity == "error" or (problem.where, problem.message) not in known_warnings()
    ]


def test_the_golden_register_is_valid() -> None:
    assert problems_of(sources()) == []


def write_cases() -> None:
    for path in CASES:
        case = load_yaml(path.read_text(encoding="utf-8"))
        case["problems"] = problems_of(change_sources(case["changes"]))
        text = yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=1000)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_reported(path: Path) -> None:
    case = load_yaml(path.read_text(encoding="utf-8"))
    assert problems_of(change_sources(case["changes"])) == case["problems"]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    for name, text in sources().items():
        if name != "glossary.yaml":
            (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    assert [str(p.message) for p in caught.value.problems if p.severity == "error"] == [
        "the file is missing"
    ]


def test_a_file_that_is_not_utf_8_is_reported_with_its_line(tmp_path: Path) -> None:
    for name, text in sources().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_bytes("# un\n# é\n".encode("latin-1"))
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    found = next(problem for problem in caught.value.problems if "UTF-8" in str(problem))
    assert (found.path.rpartition("/")[2], found.line, found.column) == ("glossary.yaml", 2, 3)
    assert found.show().split("\n")[1:] == ["    # ▯", "      ^"]


def test_the_line_at_fault_is_shown_with_a_caret() -> None:
    texts = change_sources(
        [{"file": "initiatives.yaml", "old": "phase: active", "new": "phase: actve"}]
    )
    (problem,) = [p for p in find_problems(texts) if p.severity == "error"]
    first, line, caret = problem.show().split("\n")
    assert first == str(problem)
    assert line.strip() == "phase: actve"
    assert line[caret.index("^") :] == "actve"


def test_the_caret_counts_wide_characters_twice_and_keeps_tabs() -> None:
    line = "\t日本: é\u0301 x"
    shown = Problem(path="a", column=len(line), message=say("m"), line_text=line).show().split("\n")
    assert shown[2] == "    \t" + " " * len("日本日本: é ") + "^"


def test_what_turns_the_terminal_is_not_printed() -> None:
    problem = Problem(
        path="a", column=3, message=say("m", value="\x1b[31m"), line_text="a \u202eb\x1b"
    )
    assert problem.show() == "a:1:3: m ▯[31m\n    a ▯b▯\n      ^"


def test_one_problem_at_one_place_is_reported_once() -> None:
    twice = [Problem(path="a", message=say("m")), Problem(path="a", message=say("m"), where=("x",))]
    assert [each.where for each in RegisterError(twice).problems] == [("x",)]


def test_of_a_long_line_the_place_is_shown() -> None:
    line = "x" * 300 + "y" + "z" * 300
    shown = Problem(path="a", column=301, message=say("m"), line_text=line).show().split("\n")
    assert shown[1][shown[2].index("^")] == "y"
    assert len(shown[1]) < 120


def test_missing_files_do_not_hide_other_problems(tmp_path: Path) -> None:
    for name, text in sources().items():
        if name not in {"glossary.yaml", "editions.yaml"}:
            (tmp_path / name).write_text(text.replace("role: lead", "role: leed"), encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    paths = {p.path.rpartition("/")[2] for p in caught.value.problems if p.severity == "error"}
    assert {"glossary.yaml", "editions.yaml"} <= paths


def test_a_bomb_of_references_is_refused_without_being_unfolded() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    texts = {**sources(), "interface.yaml": bomb}
    assert any("reference" in problem for problem in problems_of(texts))


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "? " * 100_000])
def test_a_file_nested_without_end_is_refused(text: str) -> None:
    problems = problems_of({**sources(), "glossary.yaml": text})
    assert any("nested deeper" in problem for problem in problems)


def test_a_line_without_end_is_refused_with_its_place() -> None:
    text = "# one\n- id: " + "x" * 100_000 + "\n"
    problems = problems_of({**sources(), "glossary.yaml": text})
    assert problems == ["data/glossary.yaml:2:1: this line is longer than 100 thousand characters"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_a_file_saved_as_unicode_is_reported(tmp_path: Path, encoding: str) -> None:
    for name, text in sources().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("# un\n- {id: x}\n" * 20, encoding=encoding)
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    assert any("UTF-16" in str(problem) for problem in caught.value.problems)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    for name, text in sources().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with (tmp_path / "interface.yaml").open("ab") as file:
        file.truncate(200_000_000)
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    assert any("larger than" in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("initiatives - Copie.yaml", "initiatives.yaml"),
        ("initiatives (1).yaml", "initiatives.yaml"),
        ("vocabulary.yml", "vocabulary.yaml"),
        ("initiatives.yaml.txt", "initiatives.yaml"),
        ("other.yaml", ""),
    ],
)
def test_a_file_that_is_not_read_is_reported(tmp_path: Path, name: str, meant: str) -> None:
    for each, text in {**sources(), name: "", "~$initiatives.yaml": "", ".#x.yaml": ""}.items():
        (tmp_path / each).write_text(text, encoding="utf-8")
    (told,) = [p for p in load_register(tmp_path).warnings if p.path == f"{tmp_path.name}/{name}"]
    instead = f". The register reads {meant}" if meant else ""
    assert (
        str(told.message) == f"this file is not read: delete it, or keep it outside data{instead}"
    )


if __name__ == "__main__":
    write_cases()
