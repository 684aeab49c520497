"""A Word document that we export, brought back: it brings nothing but what was changed in it."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from pages.lists.list_pages import DETAILED, KINDS, SUCCINCT
from pages.lists.word_lists import render_word_list
from register.load import load_register
from register.model import LANGUAGES, Language
from support.commands import run_command
from website.localized_site import LocalizedSite

EACH = [(kind, language) for kind in KINDS for language in LANGUAGES]
SITE_URL = "https://register.example/"


def read_data(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / "data").glob("*.yaml")}


def edit(
    site: LocalizedSite, kind: str, path: Path, change: Callable[[Any], None] = lambda _: None
) -> Path:
    """Write the document of a list to `path`, changed as an editor would in Word."""
    document = docx.Document(io.BytesIO(render_word_list(site, kind, SITE_URL)))
    change(document)
    document.save(str(path))
    return path


def retype(paragraph: Any, old: str, new: str) -> None:
    """Replace `old` in the text of a paragraph, wherever it stands in its runs and links."""
    texts = [t for t in paragraph._p.iter(qn("w:t")) if old in t.text]
    assert texts, old
    texts[0].text = texts[0].text.replace(old, new)


def redate(document: Any) -> None:
    (subtitle,) = (each for each in document.paragraphs if each.style.name == "Subtitle")
    retype(subtitle, "19 mars 2024", "30 juin 2025")


@pytest.mark.parametrize(("kind", "language"), EACH)
def test_a_list_that_we_export_brings_nothing(
    project: Path,
    sites: dict[Language, LocalizedSite],
    tmp_path: Path,
    kind: str,
    language: Language,
) -> None:
    before = read_data(project)
    path = edit(sites[language], kind, tmp_path / "list.docx")
    result = run_command("--project", str(project), "import", str(path), "--write")
    assert result.exit_code == 0, result.stderr
    assert "  41 rows, 41 sure matches\n" in result.stdout
    assert result.stdout.endswith("Nothing to write: the register has all of it.\n")
    assert read_data(project) == before


def test_both_lists_at_once_bring_nothing(
    project: Path, sites: dict[Language, LocalizedSite], tmp_path: Path
) -> None:
    paths = [str(edit(sites["fr"], kind, tmp_path / f"{kind}.docx")) for kind in KINDS]
    result = run_command("--project", str(project), "import", *paths)
    assert result.stdout.count("41 rows, 41 sure matches\n") == 2
    assert result.stdout.endswith("Nothing to write: the register has all of it.\n")


def test_an_edited_document_is_the_next_list(
    project: Path, sites: dict[Language, LocalizedSite], tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        redate(document)
        row = document.tables[1].rows[2]
        retype(row.cells[1].paragraphs[0], "Outils du Réseau", "Suite du Réseau")
        cell = document.tables[0].rows[1].cells[4]
        cell.paragraphs[0].add_run(" Une phrase de plus.")

    path = edit(sites["fr"], DETAILED, tmp_path / "next.docx", change)
    result = run_command("--project", str(project), "import", str(path), "--write")
    assert result.exit_code == 0, result.stderr
    assert (
        "41 rows, 41 sure matches, 1 renamed, 2 renumbered, 1 with changed cells\n" in result.stdout
    )
    assert "by `confirm`: bacuda-capacity-building.description, cen.name." in result.stdout
    now = load_register(project / "data")
    assert now.publication.as_of == "2025-06-30"
    assert now.by_id["cen"].lists["detailed-2025"].name == (
        "Suite du Réseau douanier de lutte contre la fraude (CEN)"
    )
    # What the next list does not rename keeps its name.
    assert now.by_id["cts"].name == sites["fr"].register.by_id["cts"].name


def test_an_entry_without_a_number_is_in_no_list(
    project: Path, sites: dict[Language, LocalizedSite], tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        redate(document)
        retype(document.tables[1].rows[2].cells[0].paragraphs[0], "9", "–")

    path = edit(sites["fr"], DETAILED, tmp_path / "next.docx", change)
    result = run_command("--project", str(project), "import", str(path))
    assert result.exit_code == 0, result.stderr
    assert "40 rows, 40 sure matches, 1 gone, " in result.stdout
    assert "has a dash for its number and is passed over" in result.stdout
    # Nothing of its row has gone into the row before it.
    assert "with changed cells" not in result.stdout


def test_a_correction_of_the_same_day_corrects_one_name(
    project: Path, sites: dict[Language, LocalizedSite], tmp_path: Path
) -> None:
    def change(document: Any) -> None:
        retype(document.tables[1].rows[4].cells[1].paragraphs[0], "Logiciel", "Le logiciel")

    path = edit(sites["fr"], SUCCINCT, tmp_path / "corrected.docx", change)
    before = sites["fr"].register
    result = run_command("--project", str(project), "import", str(path), "--write")
    assert result.exit_code == 0, result.stderr
    now = load_register(project / "data")
    for entry in now.initiatives:
        place, had = entry.lists["summary-2024"], before.by_id[entry.id].lists["summary-2024"]
        if entry.id == "cts":
            assert place.name.startswith("Le logiciel")
        else:
            assert place == had
