"""`make report` says the same as the desk, and `make confirm` confirms what it is asked to."""

from datetime import date
from functools import partial
from pathlib import Path

from pages.desk.desk_page import Desk, Evidence, Finding, gather
from register.editing.line_numbers import find_field_lines
from register.editing.translation_status import (
    FILE,
    find_lags,
    read_confirmed,
)
from register.load import load_register
from support.build import ROOT
from support.commands import run_command
from support.preview import copy_project

TODAY = date(2026, 1, 1)


def findings(desk: Desk, key: str) -> tuple[Finding, ...]:
    return next(section.findings for section in desk.sections if section.key == key)


def test_make_confirm_rewrites_what_it_is_asked_to(tmp_path: Path) -> None:
    copy_project(tmp_path)
    data = tmp_path / "data"
    run = partial(run_command, "--project", str(tmp_path), "confirm")
    assert run("all").exit_code == 0
    path = data / "initiatives.yaml"
    text = path.read_text("utf-8")
    old = load_register(data).by_id["cen"].objective.fr
    path.write_text(text.replace(old, f"{old} Encore."), encoding="utf-8")
    entry = load_register(data).by_id["cen"]
    assert entry.objective.fr != old

    def lags() -> list[str]:
        return [lag.field for lag in find_lags(entry, read_confirmed((data / FILE).read_text()))]

    assert lags() == ["objective"]
    assert run("quick").exit_code == 0
    assert lags() == ["objective"]
    assert run("cen").exit_code == 0
    assert lags() == []
    wrong = run("cenn")
    assert wrong.exit_code == 1
    assert "Did you mean “cen”" in wrong.stderr
    assert run().exit_code == 2


def test_confirm_shows_the_texts_and_keeps_what_is_gone(tmp_path: Path) -> None:
    copy_project(tmp_path)
    data = tmp_path / "data"
    run = partial(run_command, "--project", str(tmp_path), "confirm")
    path = data / "initiatives.yaml"
    text = path.read_text("utf-8")
    old = load_register(data).by_id["cen"].objective
    path.write_text(text.replace(old.fr, f"{old.fr} Encore."), encoding="utf-8")
    (data / FILE).write_text(f"{(data / FILE).read_text()}gone.name: 1a2b3c4d/5e6f7a8b\n", "utf-8")
    shown = run("cen").stdout
    assert f"cen.objective\n    fr: {old.fr} Encore.\n    en: {old.en}\n" in shown
    assert "cen.description" not in shown
    assert "gone.name" in (data / FILE).read_text("utf-8")
    assert run("--forget", "cen").exit_code == 1
    assert run("--forget", "gone").exit_code == 0
    assert "gone.name" not in (data / FILE).read_text("utf-8")


def test_the_report_says_the_same_as_the_page(sites: dict) -> None:
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    for language in ("fr", "en"):
        report = run_command("report", language)
        assert report.exit_code == 0
        printed = report.stdout
        site = sites[language]
        evidence = Evidence(today=TODAY, lines=find_field_lines(source))
        for section in gather(site, evidence, frozenset()).sections:
            if section.key in ("translations", "unchanged", "links"):
                continue
            for finding in section.findings:
                assert finding.place
                assert f"data/initiatives.yaml:{finding.place.line}: " in printed
                assert " ".join(finding.text.split()) in printed
    assert run_command("report", "de").exit_code == 2


def test_every_present_translation_is_confirmed_and_no_link_is_dead() -> None:
    assert "Dead internal links (0)" in run_command("report", "en").stdout
    assert read_confirmed((ROOT / "data" / FILE).read_text("utf-8"))
