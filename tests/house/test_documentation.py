"""What the documentation names exists: files, folders, commands, rooms, fields."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from register import model, publication, vocabulary
from support.build import ROOT

DOCUMENTS = (
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CONTRIBUTING.fr.md",
    "HOSTING.md",
)
QUOTED = re.compile(r"`([^`\n]+)`")
# Where a build or a command writes; files of the built site.
MADE = re.compile(r"(site|dist|build|public|\.venv|\.cache|assets|keep|fr)(/|$)|(index|404)\.html")
IS_PATH = re.compile(r"[A-Za-z_.][\w.-]*(/[\w.-]*)+|[\w-]+\.(py|yaml|yml|md|html|toml|txt)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def find_path(document: str, text: str) -> bool:
    """Return whether `text` is a path in the project: from its root, or from a room of hooks/."""
    bases = (ROOT, ROOT / "hooks", ROOT / "hooks" / "register", ROOT / "hooks" / "pages")
    return any((base / text).exists() for base in bases) or any(ROOT.glob(f"data/**/{text}"))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_and_folder_that_is_named_exists(document: str) -> None:
    named = {text for text in QUOTED.findall(read(document)) if IS_PATH.fullmatch(text)}
    paths = {text for text in named if not MADE.match(text)}
    missing = {text for text in paths if not find_path(document, text)}
    assert not missing


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_that_is_named_exists(document: str) -> None:
    text = read(document)
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    # Within quotes, or on a line of its own in a block of commands.
    makes = set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE))
    assert makes <= targets
    commands = {path.stem.rstrip("_") for path in (ROOT / "hooks" / "commands").rglob("*.py")}
    assert set(re.findall(r"python hooks ([a-z]+)", text)) <= commands


def test_every_room_is_in_the_architecture() -> None:
    """Each folder of hooks/, and each of theirs, in the row of the room that it is in."""
    rows = [line for line in read("ARCHITECTURE.md").splitlines() if line.startswith("| `hooks/")]
    rooms = [path.parent for path in (ROOT / "hooks").glob("*/__init__.py")]
    assert rooms
    for room in rooms:
        own = "".join(row for row in rows if row.startswith(f"| `hooks/{room.name}"))
        assert own.startswith(f"| `hooks/{room.name}` |"), room.name
        for path in room.glob("*/__init__.py"):
            name = path.parent.name
            assert f"`{name}`" in own or f"/{name}`" in own, f"{room.name}/{name}"


def test_every_folder_of_templates_scripts_and_tests_is_in_the_architecture() -> None:
    text = read("ARCHITECTURE.md")
    for folder in ("templates", "docs/assets/css", "docs/assets/js", "tests"):
        for path in (ROOT / folder).iterdir():
            if path.is_dir() and path.name not in ("__pycache__", "vendor"):
                assert f"`{folder}/{path.name}`" in text or f"`{path.name}`" in text, path


def test_every_room_is_held_to_its_layer() -> None:
    settings = read("pyproject.toml")
    for path in (ROOT / "hooks").glob("*/__init__.py"):
        assert f'  "{path.parent.name}",\n' in settings, path.parent.name


def list_fields() -> set[str]:
    """Return the names of all fields of the data files."""
    modules = (model, vocabulary, publication)
    records = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, BaseModel)
    }
    return {name for record in records for name in record.model_fields}


@pytest.mark.parametrize("document", ["CONTRIBUTING.md", "CONTRIBUTING.fr.md"])
def test_every_field_that_is_named_exists(document: str) -> None:
    named = {
        text for text in QUOTED.findall(read(document)) if re.fullmatch(r"[a-z]+_[a-z_]+", text)
    }
    assert named
    assert named <= list_fields()


def test_a_wrong_name_would_be_found(tmp_path: Path) -> None:
    assert not find_path("README.md", "hooks/nowhere.py")
    assert "nosuch_field" not in list_fields()
