"""`check`: a line per dated list, whatever else it finds."""

import shutil
from pathlib import Path

import pytest
import yaml

from register.load import load_register
from register.register import Register
from support.build import ROOT
from support.commands import run_command

NEXT = "next-2025"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the data files."""
    folder = tmp_path / "data"
    shutil.copytree(ROOT / "data", folder)
    return folder


def add_list(folder: Path, rows: dict[str, dict[str, object]], date: str = "2025-06-30") -> None:
    """Add a list at the end of the file, where no newest one is expected."""
    block = {
        "id": NEXT,
        "date": date,
        "name": {"fr": "Liste nouvelle", "en": "New list"},
        "short": {"fr": "Liste nouvelle", "en": "New list"},
        "title_printed": "Liste",
        "entries": rows,
    }
    path = folder / "editions.yaml"
    text = path.read_text(encoding="utf-8") + "\n" + yaml.safe_dump([block], allow_unicode=True)
    path.write_text(text, encoding="utf-8")


def rows_of(register: Register) -> dict[str, dict[str, object]]:
    newest = register.editions[0].id
    return {e.id: e.lists[newest].model_dump() for e in register.initiatives}


def check(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str = "en") -> tuple[str, str]:
    """Return the lines of the lists, and the problems."""
    monkeypatch.setenv("REGISTER_LANGUAGE", language)
    result = run_command("check", str(folder))
    assert result.exit_code == 0
    return result.stdout, result.stderr


def test_a_line_per_list_and_no_false_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    said, problems = check(ROOT / "data", monkeypatch)
    assert not problems
    assert said.splitlines() == [
        "summary-2024 (2024-03-19): 41 rows; against detailed-2023: "
        "0 new, 0 gone, 17 renamed, 2 renumbered",
        "detailed-2023 (2023-09-13): 41 rows; the oldest list",
        "data: 41 initiatives, no problem.",
    ]


def test_a_new_list_leads_by_its_date_wherever_it_stands(
    data: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(register)
    gone = [key for key in rows if key in ("quick", "rammap-swim")]
    rows["cen"]["name"] = "Base CEN"
    kept = {key: row for key, row in rows.items() if key not in gone}
    for number, key in enumerate(sorted(kept, key=lambda key: kept[key]["number"]), 1):
        kept[key]["number"] = number
    add_list(data, kept)
    assert load_register(data).editions[0].id == NEXT
    said, problems = check(data, monkeypatch, "fr")
    assert said.startswith(
        "next-2025 (2025-06-30)\u202f: 39 lignes\u202f; par rapport à summary-2024\u202f: "
        f"0 nouvelle, 2 disparues ({', '.join(sorted(gone, key=list(rows).index))}), "
        "1 renommée, "
    )
    assert "as_of" in problems
    assert "interverties" not in problems


def test_moves_to_another_category_are_counted_in_the_line_of_their_list(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = data / "editions.yaml"
    text = path.read_text(encoding="utf-8")
    mark = "- id: summary-2024\n"
    assert mark in text
    path.write_text(text.replace(mark, f"{mark}  moved: {{cen: publication-tools}}\n"), "utf-8")
    said, _ = check(data, monkeypatch)
    assert said.splitlines()[0].endswith("2 renumbered, 1 in another category (cen)")


def test_exchanged_names_and_a_gap_are_warned_of(
    data: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_of(register)
    rows["cts"], rows["cen"] = rows["cen"], rows["cts"]
    rows["quick"]["number"] = 400
    add_list(data, rows)
    _, problems = check(data, monkeypatch)
    assert problems.count("are the two rows exchanged?") == 2
    assert "next-2025 › entries › cts: the name given to cts here" in problems
    assert "numbers are missing between 1 and 400: 16, 42–399" in problems


def test_dates_that_have_not_come_are_warned_of(
    data: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_list(data, rows_of(register), "2099-01")
    path = data / "publication.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('as_of: "2024-03-19"', 'as_of: "2099-01-02"'), encoding="utf-8")
    _, problems = check(data, monkeypatch)
    assert problems.count("is in the future") == 2
    # A build says the same at any time.
    assert not load_register(data).warnings


def test_a_list_that_lost_most_of_its_rows_is_warned_of(
    data: Path, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that are left run from 1, so that no gap gives it away."""
    rows = dict(list(rows_of(register).items())[:20])
    add_list(data, {key: {**row, "number": n} for n, (key, row) in enumerate(rows.items(), 1)})
    _, problems = check(data, monkeypatch)
    assert "this list has 20 rows, summary-2024 has 41: are rows lost?" in problems
