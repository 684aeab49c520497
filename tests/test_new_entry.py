"""A new entry is right but for its texts, whatever register it is made for."""

from pathlib import Path

import pytest
import yaml
from click.testing import Result

from commands.new import find_fault
from register.checking.problems import RegisterError
from register.data_files import FILES
from register.editing.new_entry import make_entry
from register.load import load_register
from register.model import Initiative
from register.register import Register
from support.build import ROOT
from support.commands import run_command


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a project of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes((ROOT / "data" / name).read_bytes())
    return folder


def run_new(data: Path, *arguments: str) -> Result:
    return run_command("--project", str(data.parent), "new", *arguments)


def test_but_for_its_texts_a_new_entry_is_sound(data: Path) -> None:
    before = (data / "initiatives.yaml").read_text(encoding="utf-8")
    result = run_new(data, "my-entry")
    assert result.exit_code == 0, result.stderr
    after = (data / "initiatives.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    line = int(result.stdout.split(":")[1])
    assert after.split("\n")[line - 1] == "- id: my-entry"
    with pytest.raises(RegisterError) as caught:
        load_register(data)
    assert {problem.message for problem in caught.value.problems} == {"the text is empty"}
    assert all(problem.where.startswith("my-entry") for problem in caught.value.problems)


def test_filled_in_a_new_entry_is_sound(data: Path) -> None:
    run_new(data, "my-entry")
    path = data / "initiatives.yaml"
    before, head, new = path.read_text(encoding="utf-8").partition("- id: my-entry")
    path.write_text(before + head + new.replace('""', '"Texte"'), encoding="utf-8")
    register = load_register(data)
    assert register.initiatives[-1].id == "my-entry"
    assert register.warnings == ()


def test_its_comments_show_every_optional_field(register: Register) -> None:
    text = make_entry(register, "x")
    (entry,) = yaml.safe_load(text)
    optional = {n for n, field in Initiative.model_fields.items() if not field.is_required()}
    assert set(entry) == set(Initiative.model_fields) - optional
    for name in optional:
        assert f"\n  # {name}: " in text


def test_what_a_comment_shows_is_yaml(register: Register) -> None:
    for line in make_entry(register, "x").split("\n"):
        if line.startswith("  # "):
            (field,) = yaml.safe_load(line[4:])
            assert field in Initiative.model_fields


@pytest.mark.parametrize(
    ("entry_id", "said"),
    [
        ("Été 2024", 'Perhaps "ete-2024"?'),
        ("a--b", 'Perhaps "a-b"?'),
        ("cen", "is already taken, at line"),
        ("a" * 61, "at most 60 characters"),
        ("free", ""),
    ],
)
def test_an_id_that_cannot_be_is_refused(register: Register, entry_id: str, said: str) -> None:
    fault = find_fault(entry_id, register)
    assert said in fault if said else fault == ""


def test_without_an_id_an_entry_is_printed_and_nothing_written(data: Path) -> None:
    before = (data / "initiatives.yaml").read_bytes()
    result = run_new(data)
    assert result.stdout.startswith("- id: new-entry\n")
    assert (data / "initiatives.yaml").read_bytes() == before


def test_a_broken_register_is_left_alone(data: Path) -> None:
    path = data / "initiatives.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("role: lead", "role: leed", 1))
    before = path.read_bytes()
    result = run_new(data, "my-entry")
    assert result.exit_code == 1
    assert "leed" in result.stderr
    assert path.read_bytes() == before
