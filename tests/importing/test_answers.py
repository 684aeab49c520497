"""What `import` cannot know it asks, and what an editor answers holds."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from importing.matching.fingerprints import read_fingerprints
from register.load import load_register
from register.register import Register
from support.importing import read_data, run_import
from support.registers.lists import (
    Line,
    add_summary,
    list_register,
    write_word,
)


def test_rows_in_doubt_are_asked_about_and_never_written(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    lines[10] = replace(lines[10], name="Renseignement avancé sur le fret")
    path = write_word(tmp_path / "next.docx", lines)
    before = read_data(project)
    result = run_import(project, path, "--write")
    assert result.exit_code == 1
    assert "first answer for the rows in doubt" in result.stderr
    assert read_data(project) == before
    assert "number 11: Renseignement avancé sur le fret" in result.stdout
    assert "same category, same number, same neighbours" in result.stdout
    (offered,) = (
        line for line in result.stdout.split("\n") if "--same 11=" in line and "hooks" in line
    )
    assert offered.strip() == f"python hooks import {path} --same 11=cts"
    dated = run_import(project, path, "--date", "2025-07-01", "--new", "12").stdout
    assert f"{path} --date 2025-07-01 --new 12 --same 11=cts" in dated
    answered = run_import(project, path, "--same", "11=cts", "--write")
    assert answered.exit_code == 0, answered.stderr
    lists = load_register(project / "data").by_id["cts"].lists
    assert lists["detailed-2025"].name == "Renseignement avancé sur le fret"
    # It is known from now on.
    assert "Nothing to write" in run_import(project, path).stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--same", "11=ctx"), "no entry has the id “ctx”. Did you mean “cts”?"),
        (("--same", "99=cts"), "row 99, which the list does not have"),
        (("--same", "cts"), "is not like 12=cen"),
        (("--new", "x"), "“x” is no row"),
        (("--same", "1=cts", "--same", "2=cts"), "two rows of the detailed list are “cts”"),
        (("--id", "11=Été"), "cannot be an id; perhaps “ete”?"),
        (("--id", "cen=cts"), "the id “cts” is already taken"),
        (("--new", "11", "--id", "11=cen"), "the id “cen” is already taken"),
        (("--category", "1=tools"), "“tools” is no category of the register"),
        (("--columns", "title=2"), "“title=2” is not like name=2"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_in_one_line(
    project: Path, register: Register, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    path = write_word(tmp_path / "next.docx", list_register(register))
    before = read_data(project)
    result = run_import(project, path, *options, "--write")
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert read_data(project) == before


def test_an_id_follows_a_renaming_wherever_it_stands(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "next.docx", list_register(register))
    options = ("--id", "cts=cargo-targeting", "--write")
    assert run_import(project, path, *options).exit_code == 0
    now = load_register(project / "data")
    assert now.by_id["cargo-targeting"].former_ids == ("cts",)
    assert "detailed-2025" in now.by_id["cargo-targeting"].lists
    assert any(r.to == "cargo-targeting" for e in now.initiatives for r in e.relations)
    after = read_data(project)
    assert "\ncts." not in after["translations.yaml"]
    assert "cargo-targeting" in read_fingerprints(after["imports.yaml"])["detailed-2023"]
    assert "Nothing to write" in run_import(project, path, *options).stdout
    assert run_import(project, path, "--id", "cargo-targeting=cargo-tool", "--write").exit_code == 0
    assert load_register(project / "data").by_id["cargo-tool"].former_ids == (
        "cargo-targeting",
        "cts",
    )


def test_the_editor_chooses_the_id_of_a_new_entry(
    project: Path, register: Register, tmp_path: Path
) -> None:
    category = list_register(register)[40].category
    lines = [*list_register(register), Line(42, "Indice mondial de connectivité", category)]
    path = write_word(tmp_path / "next.docx", lines)
    options = ("--id", "42=connectivity-index", "--same", "11=cts", "--id", "cts=cargo-tool")
    assert run_import(project, path, *options, "--write").exit_code == 0
    now = load_register(project / "data", include_drafts=True)
    assert now.drafts == ("connectivity-index",)
    assert now.by_id["cargo-tool"].lists["detailed-2025"].number == 11
    assert "Nothing to write" in run_import(project, path, *options, "--write").stdout


def test_new_rows_of_two_lists_that_may_be_one_are_asked_about(
    empty_project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)[:12]
    other = [*lines[:10], replace(lines[10], name="Renseignement avancé"), lines[11]]
    document = docx.Document()
    document.add_paragraph("Liste succincte - 30 juin 2025")
    add_summary(document, other)
    document.save(str(tmp_path / "summary.docx"))
    files = (tmp_path / "summary.docx", write_word(tmp_path / "detailed.docx", lines))
    asked = run_import(empty_project, *files, "--write")
    assert asked.exit_code == 1
    assert "detailed:11: CTS (name" in asked.stdout
    assert asked.stdout.rstrip().endswith("--same summary:11=detailed:11")
    same = run_import(empty_project, *files, "--same", "summary:11=detailed:11")
    assert {line for line in same.stdout.split("\n") if "   11  " in line} == {
        "  new        11  Renseignement avancé  -> renseignement-avance",
        "  new        11  CTS  -> renseignement-avance",
    }
    two = run_import(empty_project, *files, "--new", "summary:11", "--write")
    assert two.exit_code == 0, two.stderr
    assert len(load_register(empty_project / "data").drafts) == 13


def test_a_list_without_a_date_asks_for_it(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "next.docx", list_register(register), "Liste détaillée")
    assert "--date 2025-06-30" in run_import(project, path).stderr
    assert "detailed-2026" in run_import(project, path, "--date", "2026-01-01").stdout
    assert run_import(project, path, "--date", "30/06/2025").exit_code == 2
