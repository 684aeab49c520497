"""The command `import`: what it shows, what it writes, and what it leaves alone."""

import csv
import subprocess
import sys
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import docx

from register.load import load_register
from register.register import Register
from support.build import ROOT
from support.commands import run_command
from support.importing import ANSWER, import_before, make_next, read_data, run_import
from support.registers.lists import (
    TITLE,
    Line,
    add_summary,
    list_register,
    renumber,
    write_word,
    write_workbook,
)
from support.yaml_loading import load_yaml


def test_a_list_that_the_register_has_changes_nothing(
    project: Path, register: Register, tmp_path: Path
) -> None:
    import_before(project, register, tmp_path)
    before = read_data(project)
    for options in ((), ("--write",)):
        result = run_import(project, tmp_path / "2023.docx", *options)
        assert result.exit_code == 0, result.stderr
        assert "41 rows, 41 sure matches\n" in result.stdout
        assert result.stdout.endswith("Nothing to write: the register has all of it.\n")
    assert read_data(project) == before


def test_without_write_nothing_is_written(
    project: Path, register: Register, tmp_path: Path
) -> None:
    before = read_data(project)
    path = write_word(tmp_path / "next.docx", make_next(register))
    result = run_import(project, path, *ANSWER)
    assert result.exit_code == 0, result.stderr
    assert "Nothing is written yet. With --write this changes: data/" in result.stdout
    assert read_data(project) == before


def test_a_next_list_is_told_and_written(project: Path, register: Register, tmp_path: Path) -> None:
    import_before(project, register, tmp_path)
    before = read_data(project)
    path = write_word(tmp_path / "next.docx", make_next(register))
    result = run_import(project, path, *ANSWER, "--write")
    assert result.exit_code == 0, result.stderr
    (summary,) = (line for line in result.stdout.split("\n") if "rows," in line)
    assert summary.strip() == (
        "45 rows, 39 sure matches, 6 new, 2 gone, 5 renamed, 36 renumbered, 1 in another category, "
        "1 with changed cells"
    )
    after = read_data(project)
    assert {name for name in after if after[name] != before.get(name)} == {
        *("editions.yaml", "imports.yaml", "initiatives.yaml", "publication.yaml"),
        "translations.yaml",
    }
    check_lines(before, after)
    now = load_register(project / "data", include_drafts=True)
    assert now.publication.as_of == "2025-06-30"
    assert now.warnings == ()
    assert len(now.drafts) == 6
    places = {
        e.lists["detailed-2025"].number for e in now.initiatives if "detailed-2025" in e.lists
    }
    assert places == set(range(1, 46))
    assert now.by_id["customs-statistics-standardization"].category == "aggregated-data-tools"
    first = register.initiatives[0].id
    assert f"{first}.status.text" in result.stdout
    assert f"{first}.status.text:" not in after["translations.yaml"]
    assert f"{first}.objective:" in after["translations.yaml"]
    # Once more, and after an editor has confirmed what was to review: nothing.
    assert run_command("--project", str(project), "confirm", "all").exit_code == 0
    confirmed = read_data(project)
    assert "Nothing to write" in run_import(project, path, "--write").stdout
    assert read_data(project) == confirmed


def check_lines(before: dict[str, str], after: dict[str, str]) -> None:
    """Hold that lines were added, and no more replaced than a change of their own requires."""
    # Four names and a category; a date; nothing.
    # Of initiatives: four names, a category, and phase, other phases and basis of one status.
    for name, allowed in (("initiatives.yaml", 8), ("publication.yaml", 1), ("editions.yaml", 0)):
        matcher = SequenceMatcher(None, before[name].split("\n"), after[name].split("\n"), False)
        lost = [
            line
            for tag, start, end, _, _ in matcher.get_opcodes()
            if tag in ("replace", "delete")
            for line in before[name].split("\n")[start:end]
        ]
        assert len(lost) <= allowed, lost


def test_a_draft_has_the_words_of_the_list_beside_what_is_to_be_written(
    project: Path, register: Register, tmp_path: Path
) -> None:
    run_import(project, write_word(tmp_path / "next.docx", make_next(register)), *ANSWER, "--write")
    text = (project / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    block = text[text.index("- id: catalogue-d-images") :].split("\n- id:")[0]
    assert "\n  draft: true" in block
    assert '\n    fr: "Catalogue d’images satellitaires\u202f: les ports"\n' in block
    assert "  # The list (fr):\n  # Un but.\n  objective:\n" in block
    assert 'printed: "Projet"' in block and "phase: proposed" in block
    # It follows the entry before it in the list.
    ids = [entry["id"] for entry in load_yaml(text)]
    assert (
        ids[ids.index("formation-a-la-gouvernance-des-donnees") - 1] == register.initiatives[2].id
    )


def test_a_corrected_document_of_the_same_day_corrects_the_list(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    run_import(project, write_word(tmp_path / "first.docx", lines), "--write")
    lines[2] = replace(lines[2], name=f"{lines[2].name} (corrigé)")
    corrected = write_word(tmp_path / "second.docx", renumber([*lines[:20], *lines[21:]]))
    assert run_import(project, corrected, "--write").exit_code == 0
    now = load_register(project / "data")
    assert sum("detailed-2025" in entry.lists for entry in now.initiatives) == 40
    assert now.initiatives[2].lists["detailed-2025"].name.endswith("(corrigé)")
    assert now.by_id["pmm-assessment"].lists["detailed-2025"].number == 21
    assert "Nothing to write" in run_import(project, corrected).stdout


def test_words_are_compared_with_the_document_before(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    old = write_word(tmp_path / "old.docx", lines, "Liste détaillée - 13 septembre 2023")
    lines[8] = replace(lines[8], description="Ce que fait aussi cen, en bref.")
    result = run_import(project, write_word(tmp_path / "new.docx", lines), "--since", old)
    assert "list: Ce que fait [-cen.-] {+aussi cen, en bref.+}" in result.stdout
    entry = register.by_id["cen"]
    assert f"fr: {entry.description.fr[:40]}" in result.stdout
    assert f"en: {entry.description.en[:40]}" in result.stdout
    line = register.lines["cen"]
    text = (project / "data" / "initiatives.yaml").read_text(encoding="utf-8").split("\n")
    (where,) = (each for each in result.stdout.split("\n") if "description, to review" in each)
    number = int(where.rsplit(":", 1)[1])
    assert number > line and text[number - 1] == "  description:"


def test_a_register_with_problems_is_left_alone(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = project / "data" / "initiatives.yaml"
    path.write_text(path.read_text("utf-8").replace("role: lead", "role: leed", 1), "utf-8")
    before = read_data(project)
    result = run_import(
        project, write_word(tmp_path / "n.docx", list_register(register)), "--write"
    )
    assert result.exit_code == 1
    assert "leed" in result.stderr
    assert read_data(project) == before


def test_what_would_break_the_register_is_not_written(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    lines[2] = replace(lines[2], name=f"{lines[2].name} \ufffd")
    before = read_data(project)
    result = run_import(project, write_word(tmp_path / "next.docx", lines), "--write")
    assert result.exit_code == 1
    assert "a letter was lost" in result.stderr
    assert result.stderr.endswith("Nothing was written.\n")
    assert read_data(project) == before


def test_hostile_words_stay_words(project: Path, register: Register, tmp_path: Path) -> None:
    lines = list_register(register)
    name = 'Outil "x": {y} # [z] \\n <b>gras</b>'.replace("<b>gras</b>", "& co")
    hostile = "- id: y\n  draft: false\n# {{ 1 }}\n'''\n\"\"\""
    lines.append(Line(42, name, lines[-1].category, hostile, hostile, hostile, hostile))
    result = run_import(project, write_word(tmp_path / "next.docx", lines), "--write")
    assert result.exit_code == 0, result.stderr
    now = load_register(project / "data", include_drafts=True)
    assert len(now.initiatives) == 42
    (draft,) = (now.by_id[each] for each in now.drafts)
    assert draft.lists["detailed-2025"].name == name


def test_line_breaks_of_the_files_stay(project: Path, register: Register, tmp_path: Path) -> None:
    for path in (project / "data").glob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = run_import(
        project, write_word(tmp_path / "next.docx", make_next(register)), *ANSWER, "--write"
    )
    assert result.exit_code == 0, result.stderr
    for name in ("initiatives.yaml", "editions.yaml", "publication.yaml"):
        data = (project / "data" / name).read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n"), name
    assert len(load_register(project / "data", include_drafts=True).drafts) == 6


def test_from_an_empty_register_both_lists_make_one_draft_each(
    empty_project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    shorter = [replace(lines[0], name=lines[0].name.upper()), *lines[1:]]
    shorter[4:6] = [replace(shorter[5], number=5), replace(shorter[4], number=6)]
    document = docx.Document()
    document.add_paragraph("Liste succincte - 30 juin 2025")
    add_summary(document, shorter)
    document.save(str(tmp_path / "summary.docx"))
    detailed = write_workbook(tmp_path / "detailed.xlsx", lines)
    files = (tmp_path / "summary.docx", detailed)
    result = run_import(empty_project, *files, "--write")
    assert result.exit_code == 0, result.stderr
    now = load_register(empty_project / "data", include_drafts=True)
    assert len(now.initiatives) == len(now.drafts) == len(lines)
    assert all(set(e.lists) == {"summary-2025", "detailed-2025"} for e in now.initiatives)
    assert [e.lists["detailed-2025"].number for e in now.initiatives] == list(range(1, 42))
    assert load_register(empty_project / "data").initiatives == ()
    assert run_command("--project", str(empty_project), "new", "one-more").exit_code == 0
    assert load_register(empty_project / "data").drafts[-1] == "one-more"
    assert "Nothing to write" in run_import(empty_project, *files).stdout


def test_a_first_entry_can_be_begun_by_hand(empty_project: Path) -> None:
    assert run_command("--project", str(empty_project), "new", "first").exit_code == 0
    assert load_register(empty_project / "data").drafts == ("first",)


def test_an_english_list_is_matched_by_english_names(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    categories = register.vocabulary.categories
    rows = [["Detailed list - 30 June 2025"], ["No.", "Category", "Initiative", "Status"]]
    entries = sorted(register.initiatives, key=lambda e: e.lists["detailed-2023"].number)
    for number, entry in enumerate(entries, 1):
        rows.append([number, categories[entry.category].name.en, entry.name.en, "Active"])
    rows.append([42, categories["standard-setting"].name.en, "Corridor index", "Active"])
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    result = run_import(project, path, "--write")
    assert result.exit_code == 0, result.stderr
    assert "42 rows, 41 sure matches, 1 new, " in result.stdout
    assert "renamed" not in result.stdout
    now = load_register(project / "data", include_drafts=True)
    assert now.by_id["cen"].name == register.by_id["cen"].name
    text = (project / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    assert '    en: "Corridor index"\n' in text
    assert now.by_id["corridor-index"].status.phase == "active"


def test_the_title_of_the_list_is_kept_to_the_letter(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "next.docx", list_register(register))
    run_import(project, path, "--write")
    (newest, *_) = load_register(project / "data").editions
    assert (newest.id, newest.title_printed) == ("detailed-2025", TITLE)
    assert newest.name.fr == "Liste détaillée du 30 juin 2025"


def test_building_a_site_loads_none_of_the_readers() -> None:
    code = "import sys, mkdocs_site.plugin; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "hooks", capture_output=True, text=True, check=True
    )
    assert not {"docx", "openpyxl", "rapidfuzz", "networkx", "importing"} & set(run.stdout.split())
