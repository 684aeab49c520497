"""What the guides name exists: the commands of the Makefile, and the files and folders."""

import re
from pathlib import Path

import pytest

from support.build import ROOT

GUIDES = sorted(ROOT.glob("*.md"))
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
# Rooms of the sources; what a build makes is there only after it.
PATH = re.compile(r"`((?:data|docs|hooks|hosting|overrides|templates|tests|tools)/[\w./-]*)`")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.name)
def test_commands_exist(guide: Path) -> None:
    text = guide.read_text("utf-8")
    assert set(re.findall(r"`make ([a-z]+)", text)) <= TARGETS


@pytest.mark.parametrize(
    "guide", [path for path in GUIDES if path.name != "CHANGELOG.md"], ids=lambda path: path.name
)
def test_files_and_folders_exist(guide: Path) -> None:
    named = PATH.findall(guide.read_text("utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []
