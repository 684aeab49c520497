"""What an editor is told to look at: mergers under the first name, lists that disagree."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from importing.report.report_text import name_to_review
from register.register import Register
from support.importing import run_import
from support.registers.lists import Line, add_summary, list_register, renumber, write_word


@pytest.fixture
def lines(register: Register) -> list[Line]:
    return list_register(register)


def find(lines: list[Line], entry_id: str) -> int:
    return next(n for n, line in enumerate(lines) if line.description.endswith(f" {entry_id}."))


def list_looks(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("  Look: ")]


def test_a_row_that_names_what_is_gone_may_have_taken_it_over(
    project: Path, register: Register, lines: list[Line], tmp_path: Path
) -> None:
    """Both rows have exactly the name of their entry, and are sure."""
    by_acronym, by_name = find(lines, "i2c"), find(lines, "e-art-eswatini")
    # An acronym that stood there before, too, is no sign.
    before = replace(lines[0], description="Comme RAMMAP.")
    old = write_word(tmp_path / "old.docx", [before, *lines[1:]])
    lines[0] = replace(before, description="Comme RAMMAP et d’autres.")
    lines[by_acronym] = replace(lines[by_acronym], description="Reprend RAMMAP et sa carte.")
    gone = register.by_id["e-art-namibia"].lists["detailed-2023"].name
    lines[by_name] = replace(lines[by_name], objective=f"Comprend désormais : {gone}.")
    left = ("rammap-swim", "e-art-namibia", "quick")
    kept = [line for line in lines if not line.description.endswith(tuple(f" {x}." for x in left))]
    path = write_word(tmp_path / "new.docx", renumber(kept))
    result = run_import(project, path, "--since", old)
    assert result.exit_code == 0, result.stderr
    assert " in doubt" not in result.stdout
    looks = list_looks(result.stdout)
    assert [line.split(" names ")[1].split(",")[0] for line in looks] == list(
        sorted(("e-art-namibia", "rammap-swim"))
    )


@pytest.mark.parametrize("one_by_one", [False, True])
def test_two_lists_that_disagree_on_a_category_are_told(
    project: Path, lines: list[Line], tmp_path: Path, *, one_by_one: bool
) -> None:
    categories = list(dict.fromkeys(line.category for line in lines))
    place = find(lines, "annual-survey")
    detailed = [*lines]
    detailed[place] = replace(lines[place], category=categories[0])
    lines[place] = replace(lines[place], category=categories[-1])
    first = write_word(tmp_path / "detailed.docx", detailed)
    document = docx.Document()
    document.add_paragraph("Liste succincte des initiatives - 30 juin 2025")
    ordered = sorted(lines, key=lambda line: categories.index(line.category))
    add_summary(document, renumber(ordered))
    second = tmp_path / "summary.docx"
    document.save(str(second))
    if one_by_one:
        assert run_import(project, second, "--write").exit_code == 0
        said = run_import(project, first).stdout
        taken = "the detailed list"
    else:
        said = run_import(project, first, second).stdout
        taken = "the summary list"
    (look,) = list_looks(said)
    assert "is in another category than according to" in look
    assert look.endswith(f"That of {taken} is taken.")


def test_of_many_texts_to_review_only_the_first_are_named() -> None:
    fields = [f"e{n}.name" for n in range(25)]
    some = name_to_review(fields).render("en")
    assert "e19.name, and 5 more" in some
    assert "e20.name" not in some
    assert name_to_review(fields[:20]).render("en").endswith("e19.name")
