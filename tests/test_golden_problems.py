"""Golden problems: a sound register, one mishap, and what is said of it.

Each case in tests/golden/problems/ names a file of the golden register, the text to replace in
it and what to put there, and the lines that must come out. A bug arrives as a new case.
"""

from pathlib import Path

import pytest
import yaml

from register.load import FILES, build_register, load_register
from register.problems import RegisterError

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
CASES = sorted((GOLDEN / "problems").glob("*.yaml"))


def sources() -> dict[str, str]:
    folder = GOLDEN / "register"
    return {
        name: (folder if (folder / name).exists() else ROOT / "data")
        .joinpath(name)
        .read_text(encoding="utf-8")
        for name in FILES
    }


def problems_of(texts: dict[str, str]) -> list[str]:
    try:
        build_register(texts)
    except RegisterError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_the_golden_register_is_sound() -> None:
    assert problems_of(sources()) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mishap_is_told(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = sources()
    for change in case["changes"]:
        assert change["old"] in texts[change["file"]], change
        texts[change["file"]] = texts[change["file"]].replace(change["old"], change["new"], 1)
    assert problems_of(texts) == case["problems"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    for name, text in sources().items():
        if name != "glossary.yaml":
            (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    assert [problem.message for problem in caught.value.problems] == ["the file is missing"]


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    for name, text in sources().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "glossary.yaml").write_bytes("# un\n# é\n".encode("latin-1"))
    with pytest.raises(RegisterError) as caught:
        load_register(tmp_path)
    assert caught.value.problems[0].line == 2
    assert "not UTF-8" in caught.value.problems[0].message
