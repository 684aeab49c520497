"""The house stays easy to enter: short files, short functions, folders of about a dozen files."""

import ast
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from support.build import ROOT

MOST_FILES, MOST_LINES, MOST_LINES_OF_A_FUNCTION = 13, 300, 40
CODE = {".py", ".js", ".mjs", ".ts", ".css", ".html", ".xml", ".sh"}
# Programs look for their files at the root; the fields and files of the register are promised to
# those who use them; each case of a problem is a file.
LARGE_FOLDERS = {".", "data", "tests/golden/problems"}


def list_files() -> list[str]:
    """Return the files of the project that are ours."""
    found = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [
        name
        for name in found
        if (ROOT / name).is_file() and not name.startswith("docs/assets/vendor/")
    ]


def list_long_functions(name: str, text: str) -> Iterator[str]:
    """Yield the functions in a file of Python that are too long, with their lines."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                yield f"{name}: {node.name} has {lines} lines"


@pytest.fixture(scope="module")
def files() -> list[str]:
    found = list_files()
    assert {"Makefile", "hooks/entry.py", "tests/house/test_sizes.py"} <= set(found)
    return found


def test_a_folder_has_about_a_dozen_files(files: list[str]) -> None:
    counts = Counter(
        str(PurePosixPath(name).parent) for name in files if not name.endswith("__init__.py")
    )
    large = {folder: count for folder, count in counts.items() if count > MOST_FILES}
    assert large.keys() <= LARGE_FOLDERS, large


def test_a_file_of_code_has_at_most_300_lines(files: list[str]) -> None:
    long = {
        name: lines
        for name in files
        if PurePosixPath(name).suffix in CODE
        and not name.startswith("tests/golden/pages/")
        and (lines := len((ROOT / name).read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not long


def test_a_function_has_at_most_40_lines(files: list[str]) -> None:
    python = [name for name in files if name.endswith(".py")]
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in python}
    assert not [each for name, text in texts.items() for each in list_long_functions(name, text)]


def test_a_long_function_would_be_found() -> None:
    text = "def short():\n    pass\n\n\ndef long():\n" + "    pass\n" * MOST_LINES_OF_A_FUNCTION
    assert list(list_long_functions("x.py", text)) == ["x.py: long has 41 lines"]
