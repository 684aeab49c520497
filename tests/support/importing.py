"""A project that takes in a list, as an editor does it, and a next list made up from the last."""

from dataclasses import replace
from pathlib import Path

from click.testing import Result

from register.register import Register
from support.commands import run_command
from support.registers.lists import (
    Line,
    list_register,
    renumber,
    write_word,
)


def make_letters(number: int) -> str:
    """Return the name of a number without a figure, which would have to be in both languages."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def run_import(project: Path, *arguments: object) -> Result:
    return run_command("--project", str(project), "import", *map(str, arguments))


def read_data(project: Path) -> dict[str, str]:
    return {
        path.name: path.read_bytes().decode() for path in sorted((project / "data").glob("*.yaml"))
    }


def make_next(register: Register) -> list[Line]:
    """Return 45 rows: of the 41 entries two are gone, five renamed; six are new, one has moved."""
    lines = {line.number: line for line in list_register(register)}
    for number in (16, 27):
        del lines[number]
    for number, name in (
        (4, "GEOINT pour les frontières fragiles"),
        (10, "Géoportail Colibri - PROJET"),
        (15, "Base de données des experts accrédités (ACE)"),
        (24, "Outils relatifs au commerce"),
        (36, "Données sur les cautions douanières"),
    ):
        lines[number] = replace(lines[number], name=name)
    lines[39] = replace(lines[39], category=lines[21].category)
    ordered = list(lines.values())
    ordered.insert(20, ordered.pop(ordered.index(lines[39])))
    for place, name in (
        (3, "Formation à la gouvernance des données"),
        (9, "Observatoire des corridors routiers"),
        (14, "Registre des laboratoires agréés"),
        (22, "Indice mondial de connectivité"),
        (30, "Catalogue d’images satellitaires : les ports"),
        (44, "Norme de description des jeux de données"),
    ):
        before = ordered[place - 1]
        ordered.insert(
            place, Line(0, name, before.category, "Un but.", "OMD", "Un texte.", "Projet")
        )
    ordered[0] = replace(ordered[0], status="Actif depuis 2025")
    return renumber(ordered)


# In the place of an initiative that is gone, a new one is asked about.
ANSWER = ("--new", "31")


def import_before(project: Path, register: Register, tmp_path: Path) -> None:
    """Let the register know the cells of the made-up list of 2023."""
    title = "Liste détaillée - 13 septembre 2023"
    before = write_word(tmp_path / "2023.docx", list_register(register), title)
    assert run_import(project, before, "--write").exit_code == 0
