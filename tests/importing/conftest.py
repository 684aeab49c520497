"""A project of its own, with the register's data and nothing else."""

import shutil
from pathlib import Path

import pytest

from importing.words import ImportWords, read_words
from support.build import ROOT
from support.review_copies import send


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose data may be changed."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "data", folder / "data")
    return folder


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reviewer's copy of the register as it is sent out."""
    return send(ROOT, tmp_path_factory.mktemp("sent") / "copy.xlsx")


@pytest.fixture
def empty_project(project: Path) -> Path:
    """A project with a vocabulary, and not one initiative or list."""
    data = project / "data"
    (data / "initiatives.yaml").write_text("# The register.\n[]\n", encoding="utf-8")
    (data / "editions.yaml").write_text("# The lists.\n[]\n", encoding="utf-8")
    (data / "anomalies.yaml").write_text("groups: {}\nanomalies: []\n", encoding="utf-8")
    (data / "imports.yaml").unlink()
    (data / "translations.yaml").unlink()
    lines = (data / "vocabulary.yaml").read_text(encoding="utf-8").split("\n")
    kept, is_printed = [], False
    for line in lines:
        is_printed = line == "    printed:" or (is_printed and line.startswith("      "))
        if line == "    printed:":
            kept.append("    printed: {}")
        elif not is_printed:
            kept.append(line)
    (data / "vocabulary.yaml").write_text("\n".join(kept), encoding="utf-8")
    return project


@pytest.fixture(scope="session")
def words() -> ImportWords:
    """The words by which a list is understood."""
    return read_words(ROOT / "data")
