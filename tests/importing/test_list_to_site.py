"""From a list to the pages that show what it changed."""

import shutil
from dataclasses import replace
from pathlib import Path

import lxml.html

from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from support.build import ROOT, build_site, share_cache
from support.commands import run_command
from support.importing import ANSWER, make_letters, make_next, run_import
from support.registers.lists import (
    list_register,
    write_word,
)


def test_from_a_list_of_45_rows_to_a_site_that_tells_what_changed(
    project: Path, register: Register, tmp_path: Path
) -> None:
    """The walk of the guide: import, read, write, fill in the drafts, build, look."""
    copy_project(project)
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
        check_pages(tmp_path / "site" / language, register, new, starts, ends)


def copy_project(project: Path) -> None:
    for name in ("docs", "overrides", "templates", "hooks", "mkdocs.yml", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name)
        else:
            shutil.copy(source, project / name)
    share_cache(project)


def check_pages(folder: Path, register: Register, new: set[str], starts: str, ends: str) -> None:
    language = folder.name
    page = lxml.html.parse(folder / "changes" / "index.html")
    step = page.xpath("//section[contains(@class, 'step')]")[0]
    assert read_changes(step, register.words["changes-added-heading"][language]) == new
    gone = read_changes(step, register.words["changes-removed-heading"][language])
    assert gone == {"quick", "rammap-swim"}
    renamed = read_changes(step, register.words["changes-names"][language])
    assert "geoint-fragile-borders" in renamed
    moved = read_changes(step, register.words["changes-in-another-heading"][language])
    assert moved == {"customs-statistics-standardization"}
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
                    lines[place] = line.replace('""', f"Texte {language} {make_letters(number)}.")
                lines[place] = lines[place].replace("- body:", "- body: wco")
                if field == "actors" and line.strip().startswith("role:"):
                    lines[place] = "      role: lead"
            blocks[number] = "\n".join(lines)
    path.write_text("\n\n- id: ".join(blocks), encoding="utf-8")
