"""What an import keeps with a list: from where it moved entries, and when it was corrected."""

from dataclasses import replace
from pathlib import Path

from register.load import load_register
from register.register import Register
from support.importing import run_import
from support.registers.lists import list_register, write_word
from support.yaml_loading import load_yaml

NEXT = "detailed-2025"


def read_lists(project: Path) -> dict[str, dict[str, object]]:
    text = (project / "data" / "editions.yaml").read_text(encoding="utf-8")
    return {block["id"]: block for block in load_yaml(text)}


def test_a_move_to_another_category_is_kept_with_its_list_and_follows_corrections(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    entry = next(e for e in register.initiatives if e.id == "cen")
    place = next(
        n for n, line in enumerate(lines) if line.number == entry.lists["detailed-2023"].number
    )
    others = [line for line in lines if line.category != lines[place].category]
    first, last = others[0], others[-1]
    ids = [
        next(e for e in register.initiatives if e.lists["detailed-2023"].number == each.number)
        for each in (first, last)
    ]
    assert ids[0].category != ids[1].category
    for line, category in ((first, ids[0].category), (last, ids[1].category)):
        moved = [*lines]
        moved[place] = replace(lines[place], category=line.category)
        path = write_word(tmp_path / "moved.docx", moved)
        result = run_import(project, path, "--write")
        assert result.exit_code == 0, result.stderr
        # What a correction moves on has come from where it was before the list.
        assert read_lists(project)[NEXT]["moved"] == {"cen": entry.category}
        assert load_register(project / "data").by_id["cen"].category == category
        assert "Nothing to write" in run_import(project, path).stdout
    # Back where it was before the list: nothing has moved.
    result = run_import(project, write_word(tmp_path / "back.docx", lines), "--write")
    assert result.exit_code == 0, result.stderr
    assert "moved" not in read_lists(project)[NEXT]
    assert load_register(project / "data").by_id["cen"].category == entry.category


def test_a_list_is_corrected_on_the_day_of_its_second_document(
    project: Path, register: Register, tmp_path: Path
) -> None:
    lines = list_register(register)
    assert run_import(project, write_word(tmp_path / "a.docx", lines), "--write").exit_code == 0
    before = read_lists(project)
    assert "corrected" not in before[NEXT]
    # The list is of the past, as if it had been entered then.
    path = project / "data" / "editions.yaml"
    text = path.read_text(encoding="utf-8")
    entered = f'  entered: "{before[NEXT]["entered"]}"\n'
    assert entered in text
    path.write_text(text.replace(entered, "", 1), encoding="utf-8")
    lines[2] = replace(lines[2], name=f"{lines[2].name} (corrigé)")
    assert run_import(project, write_word(tmp_path / "b.docx", lines), "--write").exit_code == 0
    after = read_lists(project)
    assert str(after[NEXT].pop("corrected")) >= str(before[NEXT]["entered"])
    assert not any("corrected" in block for block in after.values())
