"""A new entry is right but for its texts, whatever register it is made for."""

from pathlib import Path

import pytest
import yaml
from click.testing import Result

from commands.editing.new import find_fault
from register.checking.problems import RegisterError
from register.data_files import FILES
from register.editing.new_entry import make_entry
from register.load import load_register
from register.model import Initiative
from register.register import Register
from support.build import ROOT
from support.commands import run_command
from support.yaml_loading import load_yaml

# What becomes of an entry only when lists have changed.
LATER = {"earlier_statuses", "withdrawn"}


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


def test_an_entry_that_a_list_names_already_can_be_begun(data: Path) -> None:
    path = data / "editions.yaml"
    text = path.read_text(encoding="utf-8")
    row = '  entries:\n    my-entry: {number: 42, name: "Mine"}\n  title_printed:'
    path.write_text(text.replace("  title_printed:", row, 1), encoding="utf-8")
    with pytest.raises(RegisterError, match="python hooks new my-entry"):
        load_register(data)
    assert run_new(data, "another-entry").exit_code == 1
    result = run_new(data, "my-entry")
    assert result.exit_code == 0, result.stderr
    assert load_register(data).drafts == ("my-entry",)


def test_a_new_entry_is_a_draft_that_stands_in_no_ones_way(data: Path) -> None:
    before = (data / "initiatives.yaml").read_text(encoding="utf-8")
    result = run_new(data, "my-entry")
    assert result.exit_code == 0, result.stderr
    after = (data / "initiatives.yaml").read_text(encoding="utf-8")
    assert after.startswith(before)
    line = int(result.stdout.split(":")[1])
    assert after.split("\n")[line - 1] == "- id: my-entry"
    assert run_new(data, "another-entry").exit_code == 0
    register = load_register(data)
    assert register.drafts == ("my-entry", "another-entry")
    assert register.warnings == ()
    assert not set(register.drafts) & set(register.by_id)
    shown = load_register(data, include_drafts=True).by_id["my-entry"]
    assert shown.draft
    assert shown.objective == register.words["draft-text"]


def test_no_longer_a_draft_it_needs_its_texts_and_nothing_optional(data: Path) -> None:
    run_new(data, "my-entry")
    path = data / "initiatives.yaml"
    text = path.read_text(encoding="utf-8").replace("  draft: true", "  # draft: true")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_register(data)
    fields = {problem.where[1] for problem in caught.value.problems}
    assert fields == {"name", "objective", "description", "status", "actors"}


def test_filled_in_a_new_entry_is_valid(data: Path) -> None:
    run_new(data, "my-entry")
    path = data / "initiatives.yaml"
    before, _, new = path.read_text(encoding="utf-8").partition("- id: my-entry")
    required = new.replace("  draft: true", "  #")
    for old in ('fr: ""', 'en: ""'):
        required = required.replace(f"    {old}", f'    {old[:4]}"Texte"')
    required = required.replace("lists: {}", 'lists: {summary-2024: {number: 42, name: "N"}}')
    required = required.replace("- body:\n      role:", "- body: wco\n      role: lead")
    # What is optional goes back to what it was: empty.
    kept = load_yaml("- id: my-entry" + required)[0]
    optional = {n for n, field in Initiative.model_fields.items() if not field.is_required()}
    assert optional <= set(kept) | {"draft", *LATER}
    entry = {name: value for name, value in kept.items() if name not in optional}
    entry["access"].pop("note")
    entry["actors"][0].pop("note")
    text = yaml.safe_dump([entry], allow_unicode=True, sort_keys=False)
    empty = 'qualifier: {fr: "", en: ""}\n  notes: [{fr: "", en: ""}]\n  milestones: [{date: ""}]'
    path.write_text(f"{before}{text}  {empty}\n", encoding="utf-8")
    register = load_register(data)
    assert register.initiatives[-1].id == "my-entry"
    assert register.initiatives[-1].qualifier is None
    assert register.initiatives[-1].milestones == ()


def test_it_offers_every_field(register: Register) -> None:
    (entry,) = load_yaml(make_entry(register, "x"))
    assert list(entry) == [name for name in Initiative.model_fields if name not in LATER]
    assert "list" not in entry["status"]


def test_what_is_known_is_filled_in_and_the_rest_may_have_words_beside_it(
    register: Register,
) -> None:
    known = {"category": "standard-setting", "name.fr": '"Nom"'}
    text = make_entry(register, "x", known, {"objective": "Former\n- id: y\u2028- id: z"})
    (entry,) = load_yaml(text)
    assert entry["category"] == "standard-setting"
    assert entry["name"]["fr"] == "Nom"
    assert "  # Former\n  # - id: y\n  # - id: z\n  objective:\n" in text


@pytest.mark.parametrize(
    ("entry_id", "said"),
    [
        ("Été 2024", "Did you mean “ete-2024”?"),
        ("a--b", "Did you mean “a-b”?"),
        ("cen", "is already taken by cen. See line"),
        ("a" * 61, "longer than 60 characters"),
        ("free", ""),
    ],
)
def test_an_id_that_cannot_be_is_refused(register: Register, entry_id: str, said: str) -> None:
    fault = find_fault(entry_id, register)
    assert said in str(fault) if said else fault is None


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
