"""Types of the files that say how the register is published, searched and proofread."""

from pydantic import Field

from register.field_types import Email, PartialDate, Slug, Text, Url
from register.model import Bilingual, Language, Record


class Licence(Record):
    """A licence, by name and address."""

    name: Text
    url: Url


class Publisher(Record):
    """The organization that answers for this edition of the register."""

    name: Bilingual
    url: Url | None = None


class Theme(Record):
    """A subject of a vocabulary that catalogues of data use, by its name and address there."""

    name: Bilingual
    url: Url


class Publication(Record):
    """What holds for the register as a whole.

    `id` names it wherever it is hosted; `slug` begins the names of files to download; `themes` are
    the subjects under which catalogues of data list it.
    """

    id: Slug | None = None
    slug: Slug | None = None
    name: Bilingual
    description: Bilingual
    as_of: PartialDate
    text_licence: Licence
    code_licence: Licence
    repository: Url | None = None
    publisher: Publisher | None = None
    contact: Email | None = None
    report_email: Email | None = None
    themes: tuple[Theme, ...] = ()

    @property
    def file_stem(self) -> str:
        """How the names of files to download begin."""
        return self.slug or self.id or "register"

    @property
    def error_address(self) -> str | None:
        """The mail address for reports of errors: its own or else that for all mail."""
        return self.report_email or self.contact


class Proofreading(Record):
    """Words that show a text unfinished, in the wrong language or spelling, or without accents."""

    english_words: tuple[Text, ...]
    french_words: tuple[Text, ...]
    unaccented_capitals: tuple[Text, ...]
    # Stand in for a text that is not written yet: "TODO".
    placeholders: tuple[Text, ...] = ()
    # The British spelling of each American one.
    american_spellings: dict[str, Text] = Field(default={})


Group = tuple[Text, ...]


class SearchWords(Record):
    """Words that are not searched for, and words that stand for one another."""

    stop_words: dict[Language, tuple[Text, ...]]
    spellings: tuple[Group, ...]
    synonyms: dict[Language, tuple[Group, ...]]
