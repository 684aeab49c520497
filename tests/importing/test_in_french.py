"""What an import says in a terminal, in French as in English."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from importing.answers import parse_answers
from importing.lists.columns import parse_columns
from importing.readers.document import read_tables
from importing.readers.tables import ImportFault
from importing.words import read_words
from register.messages import Message
from register.register import Register
from support.build import ROOT
from support.commands import run_command
from support.registers.lists import Line, list_register, write_word
from website.import_report import read_report


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_LANGUAGE", "fr")


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def write_zip(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return path


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORDS = read_words(ROOT / "data")
REFUSED: list[tuple[str, Callable[[Path], object]]] = [
    ("ce fichier n’existe pas", lambda d: read_tables(d / "none.docx")),
    ("ceci est un dossier", read_tables),
    ("la marque d’un document ouvert", lambda d: read_tables(d / "~$list.docx")),
    ("le fichier est vide", lambda d: read_tables(write(d / "a.csv", b""))),
    ("endommagé", lambda d: read_tables(write(d / "a.docx", b"PK\x03\x04 broken"))),
    ("d’avant 2007", lambda d: read_tables(write(d / "a.docx", COMPOUND))),
    ("enregistrez la liste en .docx", lambda d: read_tables(write(d / "a.pdf", b"%PDF-1.7"))),
    ("ni un document Word", lambda d: read_tables(write_zip(d / "a.docx", a="b"))),
    ("des macros", lambda d: read_tables(write_zip(d / "a.docx", word__vbaProject_dot_bin="x"))),
    ("n’est pas une ligne", lambda _: parse_answers(new=["x"])),
    ("n’est pas de la forme 12=cen", lambda _: parse_answers(same=["12"])),
    ("les noms sont number", lambda _: parse_columns("title=2", WORDS)),
]


@pytest.mark.parametrize(("said", "refuse"), REFUSED, ids=[said for said, _ in REFUSED])
def test_what_is_refused_is_refused_in_french(
    tmp_path: Path, said: str, refuse: Callable[[Path], object]
) -> None:
    with pytest.raises(ImportFault) as fault:
        refuse(tmp_path)
    message: Message = fault.value.message
    french = message.render("fr")
    assert said in french and "\n" not in french
    assert french != message.render("en") == str(fault.value)


def test_a_refusal_is_one_line_of_french(french: None, project: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "liste.pdf", b"%PDF-1.7")
    result = run_command("--project", str(project), "import", str(path))
    assert result.exit_code == 1
    assert result.stderr == (
        "liste.pdf\u202f: ceci n’est pas une liste lisible\u202f; "
        "enregistrez la liste en .docx, .xlsx, .csv ou .tsv\n"
    )
    day = run_command("--project", str(project), "import", str(path), "--date", "30/06/2025")
    assert "écrivez le jour ainsi\u202f: 2025-06-30" in day.stderr


SAID = (
    "41 lignes, 39 fiches reconnues, 1 nouvelle, 1 disparue, 1 renommée, 1 renumérotée, "
    "1 avec des cellules changées, 1 dans le doute\n",
    "À voir\u202f: ces numéros manquent\u202f: 20, 41.\n",
    "nouvelle   43  Observatoire des corridors  -> ",
    "absente        ",
    "description, à relire\u202f: data/initiatives.yaml:",
    "liste\u202f: Ce que fait {+aussi+} cen.",
    "nom\u202f: «\u202f",
    "renumérotées, sans autre changement\u202f: 20 -> 42",
    "Dans le doute\u202f: 1 ligne. Qu’est-elle\u202f?",
    "la liste détaillée, numéro 11\u202f: Renseignement avancé",
    "même catégorie, même numéro, mêmes voisines)",
    "Répondez pour chacune\u202f: --same NUMÉRO=ID",
)


def test_the_report_speaks_french(
    french: None, project: Path, register: Register, tmp_path: Path
) -> None:
    before = list_register(register)
    lines = [*before[:40], Line(43, "Observatoire des corridors", before[40].category)]
    lines[8] = replace(lines[8], description="Ce que fait aussi cen.")
    lines[9] = replace(lines[9], name="Géoportail Colibri - PROJET")
    lines[10] = replace(lines[10], name="Renseignement avancé sur le fret")
    lines[19] = replace(lines[19], number=42)
    since = write_word(tmp_path / "old.docx", before, "Liste détaillée - 13 septembre 2023")
    path = write_word(tmp_path / "new.docx", lines)
    start = ("--project", str(project), "import", str(path), "--new", "43")
    asked = run_command(*start, "--since", str(since), "--write")
    assert asked.exit_code == 1
    assert asked.stderr.startswith("Rien n’a été écrit\u202f: répondez d’abord")
    assert not [said for said in SAID if said not in asked.stdout]
    # The page in the preview has both languages, whoever ran the import.
    found = read_report(project)
    assert found is not None
    (remark,) = found.lists[0].remarks
    assert remark.en == "these numbers are missing: 20, 41"
    answer = ("--same", "11=cts")
    planned = run_command(*start, *answer)
    assert "Rien n’est encore écrit. Avec --write, changent\u202f: data/" in planned.stdout
    written = run_command(*start, *answer, "--write")
    assert written.exit_code == 0, written.stderr
    assert "\nÉcrit\u202f: data/" in written.stdout
    again = run_command(*start, *answer, "--write")
    assert again.stdout.endswith("Rien à écrire\u202f: le registre a déjà tout.\n")
