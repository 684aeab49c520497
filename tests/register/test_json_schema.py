"""The schemas by which an editor's program completes fields: fresh, whole, and true to the data."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from commands.editing.schema import make_schema_files
from register import model, publication, vocabulary
from register.data_files import FILES, INTERFACE
from register.editing.json_schema import make_editor_schemas, schema_name
from register.editing.new_entry import make_entry
from register.load import load_register
from register.register import Register
from support.build import ROOT
from support.yaml_loading import load_yaml

DATA = ROOT / "data"
VALIDATOR = jsonschema.Draft7Validator


def read_values(name: str) -> Any:
    return load_yaml((DATA / name).read_text(encoding="utf-8"))


def read_schema(name: str) -> Any:
    return json.loads((DATA / "schema" / schema_name(name)).read_text(encoding="utf-8"))


def test_the_committed_schemas_are_those_that_make_schema_writes() -> None:
    files = make_schema_files(load_register(DATA))
    assert {path.name for path in (DATA / "schema").iterdir()} == set(files)
    for name, text in files.items():
        committed, written = read_schema(name.replace(".schema.json", ".yaml")), json.loads(text)
        if name == schema_name(INTERFACE):
            # A word that is new is required from the next `make schema` on; none of these may go.
            needed, words = set(committed.pop("required")), set(written.pop("required"))
            assert needed <= words and len(needed) > 400
        assert committed == written, f"{name}: make schema"


@pytest.mark.parametrize("name", FILES)
def test_a_data_file_names_its_schema_and_holds_to_it(name: str) -> None:
    head = (DATA / name).read_text(encoding="utf-8").split("\n")[:2]
    address = f"schema/{schema_name(name)}"
    assert head == [f"# yaml-language-server: $schema={address}", f"# $schema: {address}"]
    schema = read_schema(name)
    VALIDATOR.check_schema(schema)
    VALIDATOR(schema).validate(read_values(name))


def list_types() -> dict[str, type[model.Record]]:
    return {
        name: each
        for name, each in {**vars(model), **vars(vocabulary), **vars(publication)}.items()
        if isinstance(each, type) and issubclass(each, model.Record) and each is not model.Record
    }


def test_every_field_of_every_type_is_explained_and_nothing_else(register: Register) -> None:
    expected = {"url", "listed", "moved"}
    for name, kind in list_types().items():
        prefix = "" if kind is model.Initiative else f"{name}."
        expected |= {prefix + field for field in kind.model_fields}
    assert set(register.fields) == expected


def test_a_field_shows_its_text_in_both_languages(register: Register) -> None:
    shown = 0
    for schema in make_editor_schemas(register).values():
        for name, part in [("", schema), *schema["definitions"].items()]:
            for field, value in part.get("properties", {}).items():
                french, english = value["description"].split("\n\n")
                assert french and english and french != english, (name, field)
                shown += 1
    assert shown > 100


def test_ids_of_the_vocabulary_are_offered_with_their_labels() -> None:
    status = read_schema("initiatives.yaml")["definitions"]["Status"]["properties"]
    offered = status["phase"]["anyOf"][0]
    assert offered["enum"] == list(read_values("vocabulary.yaml")["phases"])
    assert "Actif / Active" in offered["enumDescriptions"]
    assert status["also"]["anyOf"][0]["items"]["anyOf"][0]["enum"] == offered["enum"]


def test_the_dated_lists_are_offered_with_their_names() -> None:
    entry = read_schema("initiatives.yaml")["definitions"]["Initiative"]["properties"]
    editions = read_values("editions.yaml")
    assert list(entry["lists"]["properties"]) == [each["id"] for each in editions]
    shown = entry["lists"]["properties"][editions[0]["id"]]["description"]
    assert shown == f"{editions[0]['name']['fr']}\n\n{editions[0]['name']['en']}"


def break_id(entry: Any) -> None:
    entry["id"] = "Not An Id"


def drop_english(entry: Any) -> None:
    del entry["name"]["en"]


def add_field(entry: Any) -> None:
    entry["objectif"] = "?"


def name_a_state(entry: Any) -> None:
    entry["english_name"] = "perhaps"


def number_from_nought(entry: Any) -> None:
    next(iter(entry["lists"].values()))["number"] = 0


def take_a_bare_word_for_a_list(entry: Any) -> None:
    entry["families"] = "bacuda"


@pytest.mark.parametrize(
    "spoil",
    [
        break_id,
        drop_english,
        add_field,
        name_a_state,
        number_from_nought,
        take_a_bare_word_for_a_list,
    ],
)
def test_what_the_model_refuses_the_schema_refuses(spoil: Any) -> None:
    entries = read_values("initiatives.yaml")
    spoil(entries[0])
    assert not VALIDATOR(read_schema("initiatives.yaml")).is_valid(entries)


def test_a_draft_may_lack_what_is_still_to_be_written(register: Register) -> None:
    """What `make new` prints is underlined nowhere; what is wrong in it still is."""
    schema = VALIDATOR(read_schema("initiatives.yaml"))
    (draft,) = load_yaml(make_entry(register, "my-entry"))
    assert schema.is_valid([draft])
    assert schema.is_valid([{**draft, "name": {"fr": "Nom", "en": None}, "objective": None}])
    assert schema.is_valid([{"id": "my-entry", "draft": True}])
    for wrong in ({"objectif": ""}, {"id": ""}, {"english_name": "perhaps"}, {"name": {"fr": 7}}):
        assert not schema.is_valid([{**draft, **wrong}]), wrong
    assert not schema.is_valid([{**draft, "draft": False}])


def test_an_optional_field_may_stay_empty_and_no_other() -> None:
    schema = VALIDATOR(read_schema("initiatives.yaml"))
    entry = read_values("initiatives.yaml")[0]
    empty = {"qualifier": {"fr": "", "en": ""}, "milestones": [{"date": "", "text": None}]}
    assert schema.is_valid([{**entry, **empty, "families": [], "notes": None}])
    assert not schema.is_valid([{**entry, "objective": {"fr": "", "en": ""}}])
    assert not schema.is_valid([{**entry, "qualifier": {"fr": "Un", "en": ""}}])


def test_an_id_that_is_new_to_the_vocabulary_is_let_pass() -> None:
    entries = read_values("initiatives.yaml")
    entries[0]["actors"][0]["body"] = "a-new-body"
    assert VALIDATOR(read_schema("initiatives.yaml")).is_valid(entries)


def test_the_schemas_do_not_depend_on_where_they_are_made(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    assert make_schema_files(load_register(tmp_path)) == make_schema_files(load_register(DATA))
