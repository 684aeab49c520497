"""The command `import`: what it shows, what it writes, and what it leaves alone."""

import csv
import shutil
import subprocess
import sys
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

import docx
import lxml.html
import pytest
import yaml
from click.testing import Result

from importing.matching.fingerprints import read_fingerprints
from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from support.build import ROOT, build_site
from support.commands import run_command
from support.registers.lists import (
    TITLE,
    Line,
    add_summary,
    list_register,
    renumber,
    write_word,
    write_workbook,
)


def make_letters(number: int) -> str:
    """Return the name of a number without a figure, which would have to be in both languages."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def run_import(project: Path, *arguments: object) -> Result:
    return run_command("--project", str(project), "import", *map(str, arguments))


def read_data(project: Path) -> dict[str, str]:
    return {
        path.name: path.read_bytes().decode() for path in sorted((project / "data").glob("*.yaml"))
    }


def make_next(register: Register) -> list[Line]:
    """Return 45 rows: of the 41 entries two are gone, five renamed; six are new, one has moved."""
    lines = {line.number: line for line in list_register(register)}
    for number in (16, 27):
        del lines[number]
    for number, name in (
        (4, "GEOINT pour les frontières fragiles"),
        (10, "Géoportail Colibri - PROJET"),
        (15, "Base de données des experts accrédités (ACE)"),
        (24, "Outils relatifs au commerce"),
        (36, "Données sur les cautions douanières"),
    ):
        lines[number] = replace(lines[number], name=name)
    lines[39] = replace(lines[39], category=lines[21].category)
    ordered = list(lines.values())
    ordered.insert(20, ordered.pop(ordered.index(lines[39])))
    for place, name in (
        (3, "Formation à la gouvernance des données"),
        (9, "Observatoire des corridors routiers"),
        (14, "Registre des laboratoires agréés"),
        (22, "Indice mondial de connectivité"),
        (30, "Catalogue d’images satellitaires : les ports"),
        (44, "Norme de description des jeux de données"),
    ):
        before = ordered[place - 1]
        ordered.insert(
            place, Line(0, name, before.category, "Un but.", "OMD", "Un texte.", "Projet")
        )
    ordered[0] = replace(ordered[0], status="Actif depuis 2025")
    return renumber(ordered)


# In the place of an initiative that is gone, a new one is asked about.
ANSWER = ("--new", "31")


def import_before(project: Path, register: Register, tmp_path: Path) -> None:
    """Let the register know the cells of the made-up list of 2023."""
    title = "Liste détaillée - 13 septembre 2023"
    before = write_word(tmp_path / "2023.docx", list_register(register), title)
    assert run_import(project, before, "--write").exit_code == 0


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
    assert "Nothing is written yet. With --write this changes data/" in result.stdout
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
    ids = [entry["id"] for entry in yaml.safe_load(text)]
    assert (
        ids[ids.index("formation-a-la-gouvernance-des-donnees") - 1] == register.initiatives[2].id
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
        (("--new", "x"), '"x" is no row'),
        (("--same", "1=cts", "--same", "2=cts"), 'two rows of the detailed list are "cts"'),
        (("--id", "11=Été"), 'cannot be an id; perhaps "ete"?'),
        (("--id", "cen=cts"), 'the id "cts" is already taken'),
        (("--new", "11", "--id", "11=cen"), 'the id "cen" is already taken'),
        (("--category", "1=tools"), '"tools" is no category of the register'),
        (("--columns", "title=2"), '"title=2" is not like name=2'),
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


def test_a_list_without_a_date_asks_for_it(
    project: Path, register: Register, tmp_path: Path
) -> None:
    path = write_word(tmp_path / "next.docx", list_register(register), "Liste détaillée")
    assert "--date 2025-06-30" in run_import(project, path).stderr
    assert "detailed-2026" in run_import(project, path, "--date", "2026-01-01").stdout
    assert run_import(project, path, "--date", "30/06/2025").exit_code == 2


def test_from_a_list_of_45_rows_to_a_site_that_tells_what_changed(
    project: Path, register: Register, tmp_path: Path
) -> None:
    """The walk of the guide: import, read, write, fill in the drafts, build, look."""
    for name in ("docs", "overrides", "templates", "hooks", "mkdocs.yml", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, project / name)
    starts, ends = (pick_phase(register, phase) for phase in ("proposed", "active"))
    old = write_word(tmp_path / "old.docx", list_register(register))
    names = {each: register.by_id[each].lists["detailed-2023"].name for each in (starts, ends)}
    status = {names[starts]: "En service", names[ends]: "Projet"}
    lines = [
        replace(line, status=status.get(line.name, line.status)) for line in make_next(register)
    ]
    path = write_word(tmp_path / "next.docx", lines)
    result = run_import(project, path, *ANSWER, "--since", old, "--write")
    assert result.exit_code == 0, result.stderr
    assert "Nothing to write" in run_import(project, path, *ANSWER, "--since", old).stdout
    draft = "norme-de-description-des-jeux-de-donnees"
    complete_drafts(project, but=draft)
    assert run_command("--project", str(project), "check").exit_code == 0
    built = build_site(tmp_path / "site", tmp_path / "downloads", project, REGISTER_LANGUAGE="en")
    assert built.returncode == 0, built.stderr
    assert f"Drafts left out of the site (1): {draft}" in built.stderr
    assert not [page for page in (tmp_path / "site").rglob("*.*") if draft in page.as_posix()]
    now = load_register(project / "data")
    new = {e.id for e in now.initiatives} - {e.id for e in register.initiatives}
    assert len(new) == 5
    for language in LANGUAGES:
        folder = tmp_path / "site" / language
        page = lxml.html.parse(folder / "changes" / "index.html")
        step = page.xpath("//section[contains(@class, 'step')]")[0]
        assert read_changes(step, register.words["changes-added-heading"][language]) == new
        gone = read_changes(step, register.words["changes-removed-heading"][language])
        assert gone == {"quick", "rammap-swim"}
        renamed = read_changes(step, register.words["changes-names"][language])
        assert "geoint-fragile-borders" in renamed
        for turn, entry in (("active", starts), ("ended", ends)):
            heading = register.words[f"changes-turn-{turn}-heading"][language]
            assert read_changes(step, heading) == {entry}
        page = lxml.html.parse(folder / "initiatives" / "quick" / "index.html")
        assert page.xpath("//*[@class='entry__left']")
        for entry_id in new:
            assert (folder / "initiatives" / entry_id / "index.html").is_file()


def pick_phase(register: Register, phase: str) -> str:
    """Return an entry of that phase alone, which the made-up list neither drops nor renames."""
    return next(
        entry.id
        for entry in register.initiatives
        if (entry.status.phase, entry.status.also) == (phase, ())
        and entry.lists["detailed-2023"].number not in (1, 4, 10, 15, 16, 24, 27, 36, 39)
        and sum(
            e.lists["detailed-2023"].name == entry.lists["detailed-2023"].name
            for e in register.initiatives
        )
        == 1
    )


def test_a_status_that_changed_keeps_the_earlier_one(
    project: Path, register: Register, tmp_path: Path
) -> None:
    before = list_register(register)
    old = write_word(tmp_path / "old.docx", before)
    lines = [*before]
    cen = next(n for n, line in enumerate(before) if line.description == "Ce que fait cen.")
    lines[cen] = replace(lines[cen], status="Suspendu")
    lines[cen + 1] = replace(lines[cen + 1], status="Le comité en débat, et rien n’est décidé.")
    path = write_word(tmp_path / "new.docx", lines)
    assert run_import(project, path, "--since", old, "--write").exit_code == 0
    now = load_register(project / "data", include_drafts=True)
    status, had = now.by_id["cen"].status, register.by_id["cen"].status
    assert (status.phase, status.printed, status.list) == (
        "not-stated",
        "Suspendu",
        "detailed-2025",
    )
    (earlier,) = now.by_id["cen"].earlier_statuses
    assert earlier.list == "detailed-2023"
    assert (earlier.phase, earlier.printed, earlier.text) == (had.phase, had.printed, had.text)
    # A longer text does not say its phase to a program: the editor is led to it.
    other = next(e for e in now.initiatives if e.earlier_statuses and e.id != "cen")
    assert other.status.phase == register.by_id[other.id].status.phase
    assert other.status.printed is None
    newest = now.editions[0]
    assert newest.entered is not None and newest.entered > newest.date
    text = (project / "data" / "translations.yaml").read_text(encoding="utf-8")
    assert "\ncen.earlier_statuses.text: " in text
    assert "\ncen.status.text: " not in text
    # The next list finds a status that has a list.
    lines[cen] = replace(lines[cen], status="Actif")
    later = write_word(tmp_path / "later.docx", lines, "Liste détaillée - 30 juin 2026")
    assert run_import(project, later, "--write").exit_code == 0
    then = load_register(project / "data", include_drafts=True).by_id["cen"]
    assert (then.status.phase, then.status.list) == ("active", "detailed-2026")
    assert [each.list for each in then.earlier_statuses] == ["detailed-2025", "detailed-2023"]


def read_changes(step: lxml.html.HtmlElement, heading: str) -> set[str]:
    """Return the ids of the entries in the table of a step under `heading`."""
    (table,) = step.xpath(f".//table[caption = '{heading}']")
    return {link.split("/")[-2] for link in table.xpath(".//th//a/@href")}


def complete_drafts(project: Path, but: str) -> None:
    """Write what is missing in each draft `but` one, as an editor does, and take the mark out."""
    path = project / "data" / "initiatives.yaml"
    blocks = path.read_text(encoding="utf-8").split("\n\n- id: ")
    for number, block in enumerate(blocks):
        if "\n  draft: true" in block and not block.startswith(but):
            lines = [line for line in block.split("\n") if not line.startswith("  draft:")]
            required = ("name", "objective", "description", "status")
            field = ""
            for place, line in enumerate(lines):
                field = line.split(":")[0].strip() if line[2:3].strip() else field
                if field in required and line.strip() in ('fr: ""', 'en: ""'):
                    language = line.strip()[:2]
                    lines[place] = line.replace('""', f"Texte {language} {make_letters(number)}")
                lines[place] = lines[place].replace("- body:", "- body: wco")
                if field == "actors" and line.strip().startswith("role:"):
                    lines[place] = "      role: lead"
            blocks[number] = "\n".join(lines)
    path.write_text("\n\n- id: ".join(blocks), encoding="utf-8")


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
