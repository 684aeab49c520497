"""The editorial desk: it says what a register lacks, in the preview and in `make report` only."""

import subprocess
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, expect

from commands.report import MARKS
from pages.all_pages import list_pages
from pages.desk.desk_page import Desk, Evidence, Finding, gather, render_desk
from pages.desk.sources import find_changes, read_changes
from register.editing.line_numbers import find_field_lines, find_line
from register.editing.translation_status import (
    FILE,
    confirm,
    find_lags,
    read_confirmed,
    write_confirmed,
)
from register.load import load_register
from register.model import Initiative
from register.reading.list_document import read_yaml
from register.register import Register
from support.axe import find_complaints, find_complaints_in_the_dark
from support.build import ROOT
from support.commands import run_command
from support.preview import copy_project, run_preview
from website import urls
from website.localized_site import LocalizedSite

TODAY = date(2026, 1, 1)


def small(sites: dict, *ids: str, language: str = "en") -> LocalizedSite:
    """Return a site with the entries that have the `ids` only."""
    site = sites[language]
    kept = tuple(site.register.by_id[id_] for id_ in ids)
    register = replace(site.register, initiatives=kept)
    return LocalizedSite(register, language, site._templates, site.links)


def findings(desk: Desk, key: str) -> tuple[Finding, ...]:
    return next(section.findings for section in desk.sections if section.key == key)


def reworded(entry: Initiative, **texts: str) -> Initiative:
    """Return `entry` with its objective reworded in the languages given."""
    objective = entry.objective.model_copy(update=texts)
    return entry.model_copy(update={"objective": objective})


def test_the_grid_says_what_a_small_register_holds(sites: dict) -> None:
    site = small(sites, "i2c", "datafid-capacity-building")
    grid = gather(site, Evidence(today=TODAY, edit_root="https://e.example/r"), frozenset()).grid
    i2c, datafid = (
        {state: {cell.label for cell in row.cells if cell.state == state} for state in MARKS}
        for row in grid.rows
    )
    nothing = {
        *("Components", "Web addresses"),
        *("Relations to other entries", "Qualifier of the name"),
    }
    unsaid = {"Access", "Data holder", "Data sharing"}
    assert i2c["gap"] == {"Partner", "Funder", "Milestones"}
    assert i2c["given"] == {"Lead", "Phase", "Official English name", *unsaid}
    assert i2c["none"] == datafid["none"] == nothing
    assert datafid["gap"] == {"Official English name", *unsaid}
    assert dict(zip(grid.columns, grid.given, strict=True))["Lead"] == 2
    line = site.register.lines["i2c"]
    assert grid.rows[0].place.edit == f"https://e.example/r#L{line}"


def test_the_sections_say_what_a_small_register_leaves_open(sites: dict) -> None:
    site = small(sites, "datafid-capacity-building", "geoint-fragile-borders", "i2c")
    confirmed = confirm(site.register.initiatives, {}, ["all"])
    desk = gather(site, Evidence(today=TODAY, confirmed=confirmed), frozenset())
    (passed,) = findings(desk, "passed")
    assert passed.place and passed.place.id == "datafid-capacity-building"
    assert passed.text.startswith("November 2023: ")
    questions = [(each.place.id, each.field) for each in findings(desk, "questions") if each.place]
    assert ("datafid-capacity-building", "milestones.date_note") in questions
    assert questions.count(("geoint-fragile-borders", "actors.confirmed")) == 2
    names = [each.place.id for each in findings(desk, "names") if each.place]
    assert names == ["datafid-capacity-building", "geoint-fragile-borders"]
    assert len(findings(desk, "notes")) == sum(
        len(entry.notes) for entry in site.register.initiatives
    )
    assert not findings(desk, "translations")


def test_a_changed_french_text_lags_until_it_is_confirmed(register: Register) -> None:
    entry = register.by_id["cen"]
    confirmed = confirm([entry], {}, ["cen"])
    assert not list(find_lags(entry, confirmed))
    changed = reworded(entry, fr="Tout autre chose.")
    (lag,) = find_lags(changed, confirmed)
    assert (lag.field, lag.state) == ("objective", "behind")
    # Confirming another field, or nothing, does not mend it.
    assert list(find_lags(changed, confirm([changed], confirmed, ["cen.name"])))
    assert not list(find_lags(changed, confirm([changed], confirmed, ["cen.objective"])))


def test_what_lags_and_what_does_not(register: Register) -> None:
    entry = register.by_id["cen"]
    confirmed = confirm([entry], {}, ["all"])
    assert not list(find_lags(reworded(entry, en="Something else."), confirmed))
    respaced = entry.objective.fr.replace(" ", "\n", 1)
    assert not list(find_lags(reworded(entry, fr=respaced), confirmed))
    both = list(find_lags(reworded(entry, fr="Un.", en="One."), confirmed))
    assert [lag.state for lag in both] == ["unconfirmed"]
    assert {lag.state for lag in find_lags(entry, {})} == {"unconfirmed"}
    # A text put before others of its list leaves them confirmed.
    note = entry.objective.model_copy(update={"fr": "Neuf.", "en": "New."})
    longer = entry.model_copy(update={"notes": (note, *entry.notes)})
    assert [lag.field for lag in find_lags(longer, confirmed)] == ["notes"]


def test_the_file_of_fingerprints_reads_back_and_is_never_an_error(register: Register) -> None:
    confirmed = confirm(register.initiatives, {}, ["all"])
    assert read_confirmed(write_confirmed(confirmed)) == confirmed
    for amiss in ("", "- a list", "a: [unfinished", "cen.name: 12", "cen.name: {a: b}"):
        assert all(isinstance(pairs, frozenset) for pairs in read_confirmed(amiss).values())
    gone = confirm([register.by_id["cen"]], confirmed, [])
    assert gone and all(key.startswith("cen.") for key in gone)


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
    assert 'did you mean "cen"' in wrong.stderr
    assert run().exit_code == 2


def test_two_versions_of_the_confirmations_both_count() -> None:
    both = "<<<<<<< HEAD\na.b: 1a/2b\n=======\na.b: 3c/4d 5e/6f\na.c: 7a/8b\n>>>>>>> other\n"
    assert read_confirmed(both) == {
        "a.b": frozenset({"1a/2b", "3c/4d", "5e/6f"}),
        "a.c": frozenset({"7a/8b"}),
    }


def test_entries_unchanged_for_long_are_told_from_the_history(sites: dict) -> None:
    site = small(sites, "cts", "smart-customs", "i2c")
    changes = {
        "cts": "2024-01-01",
        "smart-customs": "2025-12-01",
        "i2c": "2023-05-04",
        "gone": "2000-01-01",
    }
    desk = gather(site, Evidence(today=TODAY, changes=changes), frozenset())
    found = findings(desk, "unchanged")
    assert [each.place.id for each in found if each.place] == ["i2c", "cts"]
    assert "4 May 2023" in found[0].text
    unknown = gather(site, Evidence(today=TODAY), frozenset())
    section = next(each for each in unknown.sections if each.key == "unchanged")
    assert not section.findings
    assert section.note == site.words("desk-unchanged-unknown")


def test_the_history_is_read_from_git_and_unknown_without_it(tmp_path: Path) -> None:
    blame = "committer-time 86400\n\t- id: one\ncommitter-time 172800\n\t  name: x\n\t\n"
    assert find_changes(blame + "committer-time 0\n\t- id: two\n") == {
        "one": "1970-01-03",
        "two": "1970-01-01",
    }
    assert read_changes(tmp_path) is None
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "initiatives.yaml").write_text("- id: one\n", encoding="utf-8")
    who = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
    for arguments in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "First"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    assert list(read_changes(tmp_path) or {}) == ["one"]


def test_the_lines_of_fields_are_those_that_a_parser_finds() -> None:
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    document = read_yaml(source, "initiatives.yaml")
    found = find_field_lines(source)
    assert list(found) == [entry["id"] for entry in document.values]
    for index, entry in enumerate(document.values):
        for name, value in entry.items():
            inner = {name: (index, name)}
            for key in value if isinstance(value, dict) else range(len(value)):
                if not isinstance(value, str):
                    inner[f"{name}.{key}"] = (index, name, key)
            for field, where in inner.items():
                line = find_line(found[entry["id"]], field, 0)
                # A list or table on one line has a line for all that is in it.
                assert line == document.locate(where, key=True)[0], (entry["id"], field)


def test_dead_links_of_hand_written_pages_are_found(sites: dict) -> None:
    site = small(sites, "i2c")
    written = {
        "fr/about.md": '<a href="{{ url(\'explore\') }}">x</a> {{ url("gone") }}',
        "en/about.md": "",
        "fr/alone.md": "",
    }
    pages = frozenset({*written, "fr/explore.md", "en/explore.md"})
    desk = gather(site, Evidence(today=TODAY, written=written), pages)
    found = {(each.file, each.text) for each in findings(desk, "links")}
    assert found == {
        ("docs/fr/about.md", site.words("desk-dead-link", target="gone")),
        ("docs/fr/alone.md", site.words("desk-no-twin", page="docs/en/alone.md")),
    }


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_has_every_gap_with_its_line(sites: dict, language: str) -> None:
    site = sites[language]
    source = (ROOT / "data" / "initiatives.yaml").read_text(encoding="utf-8")
    lines = find_field_lines(source)
    evidence = Evidence(today=TODAY, lines=lines, edit_root="https://e.example/r")
    desk = gather(site, evidence, frozenset())
    tree = lxml.html.fromstring(render_desk(site, evidence, frozenset()).body)
    for row in desk.grid.rows:
        gaps = tree.xpath(
            f"//table[contains(@class, 'desk__grid')]//tr[@data-entry='{row.place.id}']//td/a/@href"
        )
        expected = [cell.place.line for cell in row.cells if cell.state == "gap"]
        assert gaps == [f"https://e.example/r#L{line}" for line in expected]
    texts = source.split("\n")
    bacuda = next(row for row in desk.grid.rows if row.place.id == "bacuda-capacity-building")
    gaps_of_it = {cell.place.line for cell in bacuda.cells if cell.state == "gap"}
    assert [texts[line - 1].strip() for line in sorted(gaps_of_it)] == [
        "english_name: working translation",
        "level: not-stated",
        "data_holder: not-stated",
        "sharing: not-stated",
    ]
    for section in desk.sections:
        rows = tree.xpath(f"//section[@aria-labelledby='{section.key}']//tbody/tr")
        assert len(rows) == len(section.findings)


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


def test_the_built_site_has_no_desk(built_site: Path, sites: dict) -> None:
    for site in sites.values():
        assert urls.DESK not in list_pages(site)
        assert not (built_site / site.language / "desk").exists()
    for name in ("fr/index.html", "en/initiatives/cen/index.html", "sitemap.xml"):
        text = (built_site / name).read_text("utf-8")
        assert "/desk/" not in text and "page-end--desk" not in text, name


def test_the_preview_has_it_for_everyone(tmp_path: Path, browser: Browser) -> None:
    copy_project(tmp_path)
    with run_preview(tmp_path) as run:
        for language, width in (("fr", 320), ("en", 1440)):
            page = browser.new_page(viewport={"width": width, "height": 900})
            page.goto(f"{run.address}/{language}/initiatives/cen/")
            page.click(".page-end--desk a")
            page.wait_for_url(f"**/{language}/desk/")
            expect(page.locator(".desk__grid tbody tr").first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert not find_complaints(page) + find_complaints_in_the_dark(page)
            page.context.close()
        assert "/desk/" not in run.read("sitemap.xml")
        # Outside a repository nothing is known of changes.
        assert "whole git history" in run.read("en/desk/")
