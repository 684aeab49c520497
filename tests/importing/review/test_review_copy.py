"""A reviewer's copy of the register: what goes out, what comes back, and what is written of it."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.tables.review_copy import COLUMNS, to_review_copy
from importing.readers.review_copy import read_copy
from importing.review.compare import compare_copies
from register.editing.review_texts import list_review_texts, tidy_text
from register.editing.translation_status import find_lags, read_confirmed
from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from support.commands import run_command
from support.registers.lists import list_register, write_word
from support.review_copies import Cells, changed_lines, fill_in, read_data, send, take


def test_a_copy_has_every_text_and_only_texts_to_edit(register: Register) -> None:
    data = to_review_copy(register)
    assert data == to_review_copy(register)
    book = openpyxl.load_workbook(io.BytesIO(data))
    guide, sheet = book.worksheets
    texts = [text for entry in register.initiatives for text in list_review_texts(entry)]
    assert len(texts) == sheet.max_row - 2
    assert sheet.freeze_panes == "C3"
    assert sheet.auto_filter.ref == f"A2:G{sheet.max_row}"
    assert sheet.row_dimensions[1].hidden and sheet.column_dimensions["G"].hidden
    assert guide.protection.sheet and sheet.protection.sheet
    assert not sheet.protection.password and not sheet.protection.autoFilter
    free = [is_free for _, _, is_free in COLUMNS]
    grounds = set()
    for row in sheet.iter_rows(min_row=3):
        assert [not cell.protection.locked for cell in row] == free
        assert all(cell.alignment.wrap_text for cell in row)
        assert all(cell.data_type in ("s", "n") for cell in row)
        grounds.add((row[0].fill.fgColor.rgb, row[3].fill.fgColor.rgb, row[3].number_format))
    # What may be edited looks otherwise, and what is typed there is text.
    ((locked, ground, form),) = grounds
    assert locked != ground and form == "@"
    said = " ".join(str(cell.value) for (cell,) in guide.iter_rows(max_col=1) if cell.value)
    for language in LANGUAGES:
        assert register.words["review-title"][language] in said
    assert "19 mars 2024" in said and "19 March 2024" in said


def test_a_copy_that_nobody_changed_changes_nothing(
    project: Path, sent: Path, tmp_path: Path
) -> None:
    before = read_data(project)
    for path in (sent, fill_in(sent, tmp_path / "saved.xlsx", {})):
        result = take(project, path, "--write")
        assert result.exit_code == 0, result.stderr
        assert "394 texts; changes to write: 0, written already: 0, to settle: 0" in result.stdout
        assert "Nothing to write" in result.stdout
    assert read_data(project) == before


def test_changes_are_shown_word_by_word_and_written_on_approval(
    project: Path, sent: Path, register: Register, tmp_path: Path
) -> None:
    entry = register.by_id["cen"]
    french = entry.objective.fr.replace(" ", "  ", 1) + " Il dit : d'où."
    cells: Cells = {
        ("cen", "objective", "fr"): french,
        ("cen", "description", "en"): "The tools are three.",
        ("cen", "name", "remark"): "Sigle à vérifier.",
    }
    back = fill_in(sent, tmp_path / "back.xlsx", cells)
    before = read_data(project)
    shown = take(project, back)
    assert shown.exit_code == 0, shown.stderr
    assert read_data(project) == before
    lines = before["initiatives.yaml"].split("\n")
    (where,) = (line for line in shown.stdout.split("\n") if "cen.objective.fr" in line)
    number = int(where.split("initiatives.yaml:")[1].split()[0])
    assert lines[number - 1] == "    fr: >-" and lines[number].strip() == entry.objective.fr
    assert "{+Il dit : d’où.+}" in " ".join(shown.stdout.split())
    assert "three.+}" in shown.stdout
    assert "cen.name (back.xlsx): Sigle à vérifier." in shown.stdout
    assert "changes: data/initiatives.yaml, data/translations.yaml" in shown.stdout

    written = take(project, back, "--write")
    assert written.exit_code == 0, written.stderr
    assert "cen.objective, cen.description" in written.stdout
    after = read_data(project)
    check_written(before, after, french, entry.objective.fr)
    now = load_register(project / "data")
    assert now.by_id["cen"].objective.fr.endswith("Il dit\u202f: d’où.")
    assert now.warnings == ()
    # The desk shows both: the English that lags, and the English that nobody has confirmed.
    lags = find_lags(now.by_id["cen"], read_confirmed(after["translations.yaml"]))
    states = {lag.field: lag.state for lag in lags}
    assert states == {"objective": "behind", "description": "unconfirmed"}
    again = take(project, back, "--write")
    assert "changes to write: 0, written already: 2, to settle: 0" in again.stdout
    assert read_data(project) == after


def check_written(before: dict[str, str], after: dict[str, str], french: str, earlier: str) -> None:
    assert {name for name in after if after[name] != before[name]} == {
        *("initiatives.yaml", "translations.yaml")
    }
    old, new = changed_lines(before["initiatives.yaml"], after["initiatives.yaml"])
    assert new == [f"      {tidy_text(french, 'fr')}", "      The tools are three."]
    assert old[:1] == [f"      {earlier}"]


def test_what_has_changed_since_is_never_overwritten(
    project: Path, sent: Path, tmp_path: Path
) -> None:
    path = project / "data" / "initiatives.yaml"
    text = path.read_text(encoding="utf-8")
    register = load_register(project / "data")
    path.write_text(text.replace(register.by_id["cen"].name.fr, "Suite CEN"), encoding="utf-8")
    back = fill_in(
        sent,
        tmp_path / "back.xlsx",
        {("cen", "name", "fr"): "Outils CEN", ("cen", "name", "en"): "CEN suite"},
    )
    result = take(project, back, "--write")
    assert result.exit_code == 0, result.stderr
    assert "changes to write: 1, written already: 0, to settle: 1" in result.stdout
    assert "the register has changed since the copy went out" in result.stdout
    now = load_register(project / "data").by_id["cen"]
    assert now.name.fr == "Suite CEN"
    assert now.name.en == "CEN suite"


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        (("cen", "objective", "fr"), None, "the cell is empty"),
        (("cen", "objective", "fr"), "=1234*5678", "a formula"),
        (("cen", "objective", "fr"), True, "no text"),
        (("cen", "objective", "id"), "nowhere", "no longer has this entry"),
        (("cen", "objective", "field"), "aim", "no longer has this field"),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(
    project: Path, sent: Path, tmp_path: Path, cell: tuple[str, str, str], text: object, said: str
) -> None:
    cells: Cells = {cell: text}
    if cell[2] in ("id", "field"):
        cells = {("cen", "objective", "fr"): "Un autre but.", cell: text}
    before = read_data(project)
    result = take(project, fill_in(sent, tmp_path / "back.xlsx", cells), "--write")
    assert result.exit_code == 0, result.stderr
    assert "changes to write: 0, written already: 0, to settle: 1" in result.stdout
    assert said in result.stdout
    assert "back.xlsx D" in result.stdout
    assert "7006652" not in result.stdout
    assert read_data(project) == before


def test_nothing_is_written_while_the_outcome_has_problems(
    project: Path, sent: Path, tmp_path: Path
) -> None:
    cells: Cells = {
        ("cen", "name", "fr"): "Outils\u200b CEN",
        ("cts", "name", "fr"): "Outil",
    }
    before = read_data(project)
    result = take(project, fill_in(sent, tmp_path / "back.xlsx", cells), "--write")
    assert result.exit_code == 1
    assert "cannot be seen" in result.stderr
    assert "Nothing is written: correct the copy, or the register" in result.stderr
    assert read_data(project) == before


def test_columns_and_rows_may_be_moved_and_added(project: Path, sent: Path, tmp_path: Path) -> None:
    def change(sheet: Any) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Unité A"
        sheet.insert_cols(4)
        sheet["D3"] = "Chez nous"
        sheet.append(["ours", "not yours"])

    back = fill_in(sent, tmp_path / "back.xlsx", {("cen", "name", "en"): "CEN suite"}, change)
    assert take(project, back, "--write").exit_code == 0
    assert load_register(project / "data").by_id["cen"].name.en == "CEN suite"


def test_a_text_is_found_where_its_list_has_grown(register: Register, tmp_path: Path) -> None:
    entry = next(e for e in register.initiatives if len(e.milestones) > 1)
    path = tmp_path / "copy.xlsx"
    path.write_bytes(to_review_copy(register))
    back = fill_in(path, tmp_path / "back.xlsx", {(entry.id, "milestones.2.text", "en"): "New."})
    rows = read_copy(back)
    assert rows
    turned = entry.model_copy(update={"milestones": tuple(reversed(entry.milestones))})
    changed = replace(
        register,
        initiatives=tuple(turned if e.id == entry.id else e for e in register.initiatives),
    )
    (edit,) = compare_copies(rows, changed).edits
    assert edit.field == f"milestones.{len(entry.milestones) - 1}.text"
    assert edit.old == entry.milestones[1].text.en


def test_an_earlier_id_still_leads_to_its_entry(project: Path, sent: Path, tmp_path: Path) -> None:
    path = project / "data" / "initiatives.yaml"
    entry = load_register(project / "data").initiatives[14].id
    text = path.read_text(encoding="utf-8").replace(
        f"- id: {entry}\n", f"- id: new-id\n  former_ids: [{entry}]\n"
    )
    path.write_text(text.replace(f"to: {entry}\n", "to: new-id\n"), encoding="utf-8")
    anomalies = project / "data" / "anomalies.yaml"
    anomalies.write_text(anomalies.read_text("utf-8").replace(entry, "new-id"), encoding="utf-8")
    back = fill_in(sent, tmp_path / "back.xlsx", {(entry, "name", "en"): "Experts"})
    result = take(project, back, "--write")
    assert result.exit_code == 0, result.stderr
    assert load_register(project / "data").by_id["new-id"].name.en == "Experts"


def test_a_draft_is_filled_in_by_a_copy(project: Path, tmp_path: Path) -> None:
    assert run_command("--project", str(project), "new", "new-one").exit_code == 0
    sent = send(project, tmp_path / "copy.xlsx")
    rows = {(row.entry_id, row.field): row for row in read_copy(sent) or ()}
    assert rows["new-one", "objective"].texts == {"fr": "", "en": ""}
    cells: Cells = {("new-one", "objective", language): "But." for language in LANGUAGES}
    result = take(project, fill_in(sent, tmp_path / "back.xlsx", cells), "--write")
    assert result.exit_code == 0, result.stderr
    now = load_register(project / "data", include_drafts=True).by_id["new-one"]
    assert (now.objective.fr, now.objective.en) == ("But.", "But.")


def test_copies_and_lists_are_not_mixed(
    project: Path, sent: Path, register: Register, tmp_path: Path
) -> None:
    result = take(project, sent, write_word(tmp_path / "list.docx", list_register(register)))
    assert result.exit_code == 1
    assert "import the ones, then the others" in result.stderr
