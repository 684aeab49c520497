"""The golden register, and the cases of problems: what is changed in it."""

from register.checking.problems import Problem, RegisterError
from register.data_files import FILES, TRANSLATIONS, WORDS_SCHEMA
from register.load import build_register
from support.build import ROOT

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted((GOLDEN / "problems").glob("*.yaml"))


def sources() -> dict[str, str]:
    """Return the files of the golden register by name; the others are the real ones."""
    folder = GOLDEN / "register"
    return {
        name: (folder if (folder / name).exists() else ROOT / "data")
        .joinpath(name)
        .read_text(encoding="utf-8")
        for name in FILES
    }


def find_problems(texts: dict[str, str]) -> tuple[Problem, ...]:
    """Return the problems of a register of these files; its warnings, if it has no other."""
    try:
        return build_register(texts).warnings
    except RegisterError as error:
        return error.problems


def change_sources(changes: list[dict[str, str]]) -> dict[str, str]:
    """Return the files of the golden register with the changes of a case.

    What was confirmed is empty there, and pages need the real words of the interface.
    """
    schema = (ROOT / "data" / WORDS_SCHEMA).read_text(encoding="utf-8")
    texts = {**sources(), TRANSLATIONS: "", WORDS_SCHEMA: schema}
    for change in changes:
        assert change["old"] in texts[change["file"]], change
        texts[change["file"]] = texts[change["file"]].replace(change["old"], change["new"], 1)
    return texts
