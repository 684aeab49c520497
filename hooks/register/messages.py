"""Messages for editors: an id and named values, put into words in the reader's language.

The words are in data/messages.yaml. Where they cannot be read, for that file may be what
is broken, the id (“file missing”) and the values are shown.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Union

import yaml
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from register.model import Language

WORDS = Path(__file__).resolve().parents[2] / "data" / "messages.yaml"
# The setting that chooses the language of messages in a terminal: fr or en.
SETTING = "REGISTER_LANGUAGE"
# French, among the primary languages that Windows knows.
_WINDOWS_FRENCH = 0x0C
_PLACEHOLDER = re.compile(r"\{(\w+)\}")

Value = Union[str, int, tuple[str, ...], "Message"]


class Line(int):
    """The number of a line, from 1, in a text that may have lines before it in its file."""


class Message(Struct, frozen=True):
    """What is to be said; `more` follows it, each in a sentence of its own."""

    id: str
    values: tuple[tuple[str, Value], ...] = ()
    more: tuple["Message", ...] = ()

    def then(self, *messages: "Message | None") -> "Message":
        """Return the message, followed by those of `messages` that are not None."""
        return replace(self, more=(*self.more, *(each for each in messages if each)))

    def shifted(self, before: int) -> "Message":
        """Return the message with `before` added to the number of each line that it names."""
        return Message(
            self.id,
            tuple((name, _shift(value, before)) for name, value in self.values),
            tuple(each.shifted(before) for each in self.more),
        )

    def render(self, language: "Language") -> str:
        """Return the message in the words of `language`."""
        text = self._render_one(language)
        for each in self.more:
            text += (" " if text.endswith("?") else ". ") + each._render_one(language)
        return text

    def _render_one(self, language: "Language") -> str:
        values = {name: _show(value, language) for name, value in self.values}
        try:
            words = read_words()
            template = words[self._choose(language, words)][language]
        except (OSError, UnicodeError, yaml.YAMLError, LookupError, TypeError):
            return " ".join([self.id.replace("-", " "), *values.values()])
        return _PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), template)

    def _choose(self, language: "Language", words: Mapping[str, object]) -> str:
        """Return the id, or its "-one" variant for a `count` of 1 (and, in French, of 0)."""
        count = dict(self.values).get("count")
        is_one = count == 1 or (count == 0 and language == "fr")
        return f"{self.id}-one" if is_one and f"{self.id}-one" in words else self.id

    def __str__(self) -> str:
        """Return the message in English."""
        return self.render("en")


class InvalidValueError(ValueError):
    """A value that a type does not allow; `message` says why."""

    def __init__(self, message: Message) -> None:
        """Keep the `message`."""
        self.message = message
        super().__init__(str(message))


def say(id: str, /, **values: Value) -> Message:
    """Return the message named `id` in data/messages.yaml, with the values it has places for.

    With a `count`, its "-one" variant is taken for 1 (and, in French, for 0) where there is one.
    """
    return Message(id, tuple(values.items()))


def speak(id: str, /, **values: Value) -> str:
    """Return a message in the language of this terminal."""
    return say(id, **values).render(terminal_language())


def find_language(environment: Mapping[str, str]) -> "Language":
    """Return the language of messages in a terminal: by its setting, or else by the system's."""
    names = (SETTING, "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((environment[name] for name in names if environment.get(name)), "")
    if not wanted and sys.platform == "win32":
        import ctypes

        identifier = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return "fr" if identifier & 0x3FF == _WINDOWS_FRENCH else "en"
    return "fr" if wanted.lower().startswith("fr") else "en"


def terminal_language() -> "Language":
    """Return the language in which this process speaks to the person who started it."""
    return find_language(os.environ)


def _shift(value: Value, before: int) -> Value:
    if isinstance(value, Message):
        return value.shifted(before)
    return Line(value + before) if isinstance(value, Line) else value


def _show(value: Value, language: "Language") -> str:
    if isinstance(value, Message):
        return value.render(language)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def keep_words() -> None:
    """Read the words now if they can be read: they are needed most when data/ is gone."""
    with suppress(OSError, UnicodeError, yaml.YAMLError):
        read_words()


@cache
def read_words() -> dict[str, dict[str, str]]:
    """Return the words of each message by its id and language, read once in a process.

    Raises `OSError`, `UnicodeError` or `yaml.YAMLError` if they cannot be read.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    words: dict[str, dict[str, str]] = yaml.load(WORDS.read_text(encoding="utf-8"), Loader=loader)
    return words
