"""PDFs, Word documents and pictures are the same bytes at any time, in any folder."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageFont

from bench.synthetic import synthesize
from exports.share_images import _font
from offline import pdfs
from support.build import ROOT


def copy_project(folder: Path) -> None:
    """Copy what PDFs and pictures are made of, with a register of three entries."""
    for name in ("hooks", "templates", "docs/assets/css"):
        shutil.copytree(ROOT / name, folder / name)
    synthesize(ROOT / "data", folder / "data", 3)


def start(folder: Path, days: int) -> subprocess.Popen[str]:
    """Start to make everything in `folder`, with a clock so many `days` ahead."""
    paths = (folder / "hooks", ROOT / "tests" / "support" / "clock")
    environment = {**os.environ, "CLOCK_DAYS": str(days)}
    environment["PYTHONPATH"] = os.pathsep.join(map(os.fspath, paths))
    environment.pop("SOURCE_DATE_EPOCH", None)
    script = ROOT / "tests" / "support" / "make_twice.py"
    # Not with the folder of the script on the path: it has a `pages` of its own.
    command = [sys.executable, "-P", os.fspath(script), os.fspath(folder)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def finish(processes: list[subprocess.Popen[str]]) -> list[dict[str, Any]]:
    said = [process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes), said
    return [json.loads(output) for output, _ in said]


@pytest.mark.machine
def test_in_two_folders_with_two_clocks(tmp_path: Path) -> None:
    folders = {tmp_path / "a": 0, tmp_path / "Données d’été (1)" / "b": 400}
    for folder in folders:
        copy_project(folder)
    first, second = finish([start(*each) for each in folders.items()])
    assert first["day"] != second["day"]
    assert first["hashes"] == second["hashes"]
    assert {"fr/lists/wco-data-detailed-fr.docx"} < first["hashes"].keys()
    # Both ways to cut down a font were taken.
    assert first["hashes"].keys() > {"installed", "fontTools", "assets/cards/fr/register.png"}


def test_a_pdf_is_made_again_by_other_libraries(tmp_path: Path, monkeypatch: Any) -> None:
    made: list[set[str]] = []

    def write(sources: dict[str, str], folder: Path, epoch: int) -> None:
        made.append(set(sources))
        for name in sources:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"PDF")

    monkeypatch.setattr(pdfs, "write_pdfs", write)
    for engine in ("HarfBuzz 6.0.0", "HarfBuzz 6.0.0", "fontTools 4.60.1"):
        monkeypatch.setattr(pdfs, "describe_engine", lambda engine=engine: engine)
        assert pdfs.make_pdfs(ROOT, tmp_path)
    assert [len(each) for each in made] == [4, 0, 4]


def test_the_epoch_is_the_first_second_of_what_is_known() -> None:
    assert pdfs.find_epoch("1970-01-02") == 86400
    assert pdfs.find_epoch("1970-02") == 31 * 86400
    assert pdfs.find_epoch("1971") == 365 * 86400


def test_letters_are_set_without_a_library_that_some_machines_lack() -> None:
    assert _font(64).layout_engine == ImageFont.Layout.BASIC
