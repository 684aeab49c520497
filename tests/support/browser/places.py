"""Where a reader opens the register: on the hosted site, or from a folder; in a language."""

from dataclasses import dataclass
from typing import Literal

from register.model import Language

# The scripts of a page and what they load are the same files in both languages, on the hosted site
# and in a folder. A test that has seen the hosted site in French and a folder in English has seen
# both languages and both kinds of address.
PLACES: tuple[tuple[Literal["http", "file"], Language], ...] = (("http", "fr"), ("file", "en"))


@dataclass(frozen=True, kw_only=True)
class Place:
    """The edition at the address `root`, which has no last slash, in a language."""

    root: str
    language: Language

    def address(self, path: str, state: str = "") -> str:
        """Return the address of the page at `path` ("explore"), with a state ("#phase=active")."""
        end = ".html" if self.root.startswith("file:") else "/"
        return f"{self.root}/{self.language}/{path}{end}{state}"
