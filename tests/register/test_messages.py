"""Messages for editors: every one has its words, in proper French and English."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest

from commands.group import group
from offline.manifest import Difference
from register import messages
from register.checking.texts.typography import is_well_set
from register.field_types import SLUG_PATTERN
from register.messages import Line, Message, find_language, say
from register.model import LANGUAGES
from support.build import ROOT
from support.registers.golden import CASES, change_sources, find_problems
from support.yaml_loading import load_yaml

WORDS = load_yaml(messages.WORDS.read_text(encoding="utf-8"))
ROOMS = ("register", "importing", "commands", "mkdocs_site", "build", "offline", "preview")
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ROOMS
    for path in (ROOT / "hooks" / folder).rglob("*.py")
)
# What is typed as shown, and so is not set.
TYPED = re.compile(r'"[^"]*"|https?://|`[^`]*`|"$')


def test_every_message_has_both_languages_with_the_same_places() -> None:
    for key, words in WORDS.items():
        assert re.fullmatch(SLUG_PATTERN, key)
        assert list(words) == list(LANGUAGES), key
        places = [set(re.findall(r"\{(\w+)\}", words[each])) for each in LANGUAGES]
        assert places[0] == places[1], key
        assert is_well_set(TYPED.sub("", words["fr"]), "fr"), words["fr"]


def test_every_message_is_used_and_every_used_one_is_there() -> None:
    said = set(re.findall(r"""(?:say|speak)\(\s*["']([\w-]+)["']""", CODE))
    assert said <= set(WORDS)
    # The others are named beside the call, or put together there.
    named = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)+|counted|warnings)"', CODE))
    kinds = {f"kind-{each}" for each in re.findall(r'"([a-z-]+)"', CODE.replace("_", "-"))}
    marks = {f"{kind}-{each}" for kind in ("typography", "marks") for each in ("french", "english")}
    # The singular of one that counts.
    singular = {key for key in WORDS if key.endswith("-one") and key.removesuffix("-one") in WORDS}
    found = {f"verify-{each}" for each in get_args(Difference)}
    unused = set(WORDS) - said - named - kinds - marks - singular - found - set(list_help())
    assert not unused


def list_help() -> Iterator[str]:
    """Yield the ids of the help of each command and of its options."""
    context = click.Context(group)
    commands = {name: group.get_command(context, name) for name in group.list_commands(context)}
    for name, command in {**commands, "group": group}.items():
        assert command is not None
        yield f"help-{name}"
        options = (str(each.name) for each in command.params if isinstance(each, click.Option))
        yield from (f"help-{name}-{each.replace('_', '-')}" for each in options if each != "help")


def test_every_command_and_option_has_its_help() -> None:
    assert set(list_help()) <= set(WORDS)


@pytest.mark.parametrize("count", range(3))
def test_what_counts_has_its_singular_by_language(count: int) -> None:
    warnings = say("warnings", count=count)
    assert warnings.render("en") == f"{count} warning{'' if count == 1 else 's'}"
    assert warnings.render("fr") == f"{count} avertissement{'' if count < 2 else 's'}"


def list_unfilled(message: Message) -> set[str]:
    """Return the places in the words of `message` for which it has no value."""
    unfilled = set(re.findall(r"\{(\w+)\}", WORDS[message.id]["fr"])) - dict(message.values).keys()
    inner = [value for _, value in message.values if isinstance(value, Message)]
    return unfilled.union(*map(list_unfilled, [*inner, *message.more]))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_problem_can_be_read_in_french(path: Path) -> None:
    case = load_yaml(path.read_text(encoding="utf-8"))
    for problem in find_problems(change_sources(case["changes"])):
        french, english = problem.message.render("fr"), problem.message.render("en")
        assert french != english
        assert problem.message.id not in french.split()
        assert not list_unfilled(problem.message)


def test_values_are_shown_as_they_are() -> None:
    message = say("not-yaml", reason=say("id-twice", id="{reason}"))
    assert message.render("en") == "not valid YAML: the id “{reason}” is here twice"


def test_the_lines_that_a_message_names_move_with_its_text() -> None:
    message = say("no-problem").then(say("see-line", line=Line(3))).shifted(10)
    assert message.render("fr") == "aucun problème. Voir la ligne 13"


def test_without_its_words_a_message_shows_its_id(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(messages, "WORDS", tmp_path / "messages.yaml")
    messages.read_words.cache_clear()
    assert say("id-twice", id="cen").render("fr") == "id twice cen"
    monkeypatch.undo()
    assert say("id-twice", id="cen").render("fr") == (
        "l’identifiant «\u202fcen\u202f» figure deux fois"
    )


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "REGISTER_LANGUAGE": "fr"}, "fr"),
    ],
)
def test_the_terminal_speaks_by_its_setting_or_the_system(
    environment: dict[str, str], language: str
) -> None:
    assert find_language(environment) == language
