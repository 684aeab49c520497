"""The editorial desk: what a register lacks, in the preview only."""

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import lxml.html
import pytest

from commands.editing.report import MARKS
from pages.desk.desk_page import Desk, Evidence, Finding, gather, render_desk
from pages.desk.sources import find_changes, read_changes
from register.checking.lists.summary import summarize_lists
from register.editing.line_numbers import find_field_lines
from register.editing.translation_status import (
    confirm,
)
from support.build import ROOT
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


def test_the_grid_says_what_a_small_register_holds(sites: dict) -> None:
    site = small(sites, "i2c", "datafid-capacity-building")
    grid = gather(site, Evidence(today=TODAY, edit_root="https://e.example/r"), frozenset()).grid
    i2c, datafid = (
        {
            state: {
                column
                for column, cell in zip(grid.columns, row.cells, strict=True)
                if cell.state == state
            }
            for state in MARKS
        }
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


def test_entries_unchanged_for_long_are_found_in_the_history(sites: dict) -> None:
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


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_desk_has_a_line_per_list_as_the_check_prints_it(sites: dict, language: str) -> None:
    body = render_desk(sites[language], Evidence(today=TODAY), frozenset()).body
    page = lxml.html.fromstring(f"<main>{body}</main>")
    shown = [each.text for each in page.xpath("//section[@aria-labelledby='lists']//li")]
    lines = [each.render(language) for each in summarize_lists(sites[language].register)]
    assert shown == lines and len(lines) == 2
