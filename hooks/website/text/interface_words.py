"""The interface's words in one language; a missing word is an error, never a fallback."""

import re
from collections.abc import Iterable, Mapping

from register.model import Bilingual, Language

# Not str.format, which also looks into values: "{count.__class__}".
_PLACE = re.compile(r"\{(\w+)\}")


class MissingWordError(KeyError):
    """A template uses a word that data/interface.yaml lacks."""


class Words:
    """Looks up words by key: `words("facts-lead")`, `words("count", count=3)`."""

    def __init__(self, words: Mapping[str, Bilingual], language: Language) -> None:
        """Look up the texts in `language` among `words`, those of data/interface.yaml."""
        self._texts = {key: text[language] for key, text in words.items()}
        self._language = language

    def pick(self, keys: Iterable[str]) -> dict[str, str]:
        """Return words by key, whose places a script fills in."""
        return {key: self(key) for key in keys}

    def __call__(self, key: str, **values: object) -> str:
        """Return the word of `key`, with `{name}` placeholders replaced by those of `values`.

        With a `count`, the key's "-one" variant is used for 1 (and, in French, for 0).
        Raises `MissingWordError` for an unknown key.
        """
        count = values.get("count")
        if isinstance(count, int) and (count == 1 or (count == 0 and self._language == "fr")):
            key = f"{key}-one" if f"{key}-one" in self._texts else key
        text = self._texts.get(key)
        if text is None:
            raise MissingWordError(f'data/interface.yaml lacks the word "{key}"')
        if not values or "{" not in text:
            return text
        return _PLACE.sub(lambda place: str(values.get(place[1], place[0])), text)
