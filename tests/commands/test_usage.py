"""What the command line answers to a call that it does not understand, in both languages."""

import pytest

from support.build import ROOT
from support.commands import run_command

CALLS = {
    "imprt": (
        "La commande imprt n’existe pas. Vouliez-vous dire",
        "There is no command imprt. Did",
    ),
    "import": ("Il manque FILE.", "FILE is missing."),
    "import list.docx --dat x": (
        "L’option --dat n’existe pas. Vou",
        "There is no option --dat. Did",
    ),
    "import --date": ("Après l’option --date, une valeur", "After the option --date a value"),
    "import list.docx --write=3": ("Après l’option --write, une", "After the option --write a"),
    "import list.docx --date x": (
        "--date\u202f: écrivez le jour ainsi",
        "--date: write the day as",
    ),
    "check nowhere": ("FOLDER\u202f: nowhere n’existe pas.", "FOLDER: there is no nowhere."),
    "typography data": ("FILES\u202f: data est un dossier", "FILES: data is a folder"),
    "check data data": ("Il y a plus de mots", "There are more words"),
    "report de": (
        "LANGUAGE\u202f: écrivez l’une des valeurs fr, en.",
        "LANGUAGE: write one of fr, en.",
    ),
    "--project nowhere check": (
        "--project\u202f: nowhere n’existe",
        "--project: there is no nowhere.",
    ),
}


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_call_that_is_not_understood(
    monkeypatch: pytest.MonkeyPatch, call: str, language: str
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("REGISTER_LANGUAGE", language)
    result = run_command(*call.split())
    assert result.exit_code == 2
    assert CALLS[call][language == "en"] in result.stderr
    foreign = ("Usage", "Error", "Try ") if language == "fr" else ("Utilisation",)
    assert not [word for word in foreign if word in result.output]


@pytest.mark.parametrize(("language", "words"), [("fr", "Montrer cette"), ("en", "Show this help")])
def test_the_help_is_in_the_language_of_the_messages(
    monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("REGISTER_LANGUAGE", language)
    for call in (["-h"], ["import", "--help"]):
        result = run_command(*call)
        assert result.exit_code == 0
        assert words in result.output
