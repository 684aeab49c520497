"""The register's types: frozen, strict, and the one truth about what a field may hold.

Fields that point into a vocabulary are plain ids here; `register.checks` holds them against
`data/vocabulary.yaml`, because a type cannot know what another file lists.
"""

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

# Where a JSON Schema of these types names the table of the vocabulary.
VOCABULARY_KEY = "x-vocabulary"

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# Of \d, digits of other scripts are some too.
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
# JavaScript, which editors' programs use, allows no escape that is not needed.
URL_PATTERN = r'^https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?([/?#][^\s<>"]*)?$'
# Stricter than mail itself: what every mail program takes from a mailto: link.
EMAIL_PATTERN = r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"

# What names a word of the interface, and no more.
WordKey = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
# An id is the name of a file or of a place in a page. These the site has already ...
_TAKEN = frozenset({"index", "content", "contents", "filter", "filters", "results"})
# ... and of these Windows makes no file, so that the offline edition could not be unpacked there.
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d")


def _check_name(value: str) -> str:
    if _DEVICE.fullmatch(value):
        raise ValueError(f'Windows can have no file named "{value}"; choose another id')
    if value in _TAKEN:
        raise ValueError(f'the site itself uses the name "{value}"; choose another id')
    return value


Slug = Annotated[WordKey, AfterValidator(_check_name)]
# An id that another place defines: whether it does is for `register.checks` to say.
Reference = Annotated[str, StringConstraints(min_length=1, max_length=60)]
# A text has something in it that can be read: spaces alone are none.
TEXT_PATTERN = r"\S"
# A cell of a workbook holds 32,767 characters, of which a picture sign takes two.
MAX_TEXT = 16_000
Text = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT, pattern=TEXT_PATTERN)]

# Ids that a table of the vocabulary defines. The name of the table is for who reads the types: the
# schema for editors lists its ids.
PhaseId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "phases"})]
BodyId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "bodies"})]
RoleId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "roles"})]
AccessLevelId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "access_levels"})]
DataHolderId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "data_holders"})]
SharingId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "sharing"})]
MeetingId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "meetings"})]
FamilyId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "families"})]
RelationKindId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "relation_kinds"})]
CategoryId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "categories"})]
BodyKindId = Annotated[Reference, Field(json_schema_extra={VOCABULARY_KEY: "body_kinds"})]


def _check_day(value: str) -> str:
    if len(value) == len("2024-05-13"):
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value} is not a day of the calendar") from None
    return value


PartialDate = Annotated[
    str, StringConstraints(pattern=PARTIAL_DATE_PATTERN), AfterValidator(_check_day)
]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2000)]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN, max_length=254)]


def check_span(start: str | None, end: str | None) -> None:
    """Raise `ValueError` if `end` comes before `start`, each at the precision known."""
    if end is not None and start is None:
        raise ValueError("there is an end without a date at which it begins")
    if end is not None and start is not None and end < start[: len(end)]:
        raise ValueError(f"the end, {end}, comes before the beginning, {start}")


class Record(BaseModel):
    """Base of every type here: no unknown key, no coercion, no change once made."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Bilingual(Record):
    """One text in the two languages of the register."""

    fr: Text
    en: Text

    def __getitem__(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.fr if language == "fr" else self.en


# --- data/vocabulary.yaml ---------------------------------------------------------------


class Term(Record):
    """A value that entries may use, with its label."""

    label: Bilingual
    note: Bilingual | None = None


class Category(Record):
    """One of the five categories; `printed` keeps its title in each dated list."""

    name: Bilingual
    short: Bilingual
    introduction: Bilingual
    printed: dict[Slug, Text]


class Body(Record):
    """An organisation, unit, committee or group that an entry names."""

    kind: BodyKindId
    name: Bilingual
    short: Bilingual | None = None
    note: Bilingual | None = None


class Meeting(Record):
    """A numbered meeting or session of a body."""

    body: BodyId
    name: Bilingual
    date: PartialDate | None = None
    end: PartialDate | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        check_span(self.date, self.end)
        return self


class Family(Record):
    """Entries that are parts of one thing, each related to all the others."""

    name: Bilingual
    label: Bilingual
    note: Bilingual | None = None


class RelationKind(Record):
    """How one entry relates to another, read in both directions."""

    label: Bilingual
    inverse: Bilingual


class Vocabulary(Record):
    """All that entries may point at, by id; the order is the order of display."""

    categories: dict[Slug, Category]
    phases: dict[Slug, Term]
    access_levels: dict[Slug, Term]
    data_holders: dict[Slug, Term]
    sharing: dict[Slug, Term]
    roles: dict[Slug, Term]
    body_kinds: dict[Slug, Term]
    bodies: dict[Slug, Body]
    meetings: dict[Slug, Meeting]
    families: dict[Slug, Family]
    relation_kinds: dict[Slug, RelationKind]


# --- data/editions.yaml, data/glossary.yaml, data/anomalies.yaml, data/publication.yaml ---


class ListPlace(Record):
    """Where and under what name an entry stands in one dated list."""

    number: int = Field(ge=1, le=1_000_000)
    name: Text


class Edition(Record):
    """A dated list that the register draws on."""

    # A list may bring its `entries` (number and printed name by the entry's id) and its `titles`
    # (of categories, by id) with it, in place of `Initiative.lists` and `Category.printed`: a new
    # list is then one block to add. `register.editions` puts them where the others are.

    id: Slug
    date: PartialDate
    name: Bilingual
    short: Bilingual
    title_printed: Text
    note: Bilingual | None = None
    # What holds wherever this list is compared with the one before it.
    comparison: Bilingual | None = None
    # Excluded, because they are published with the entries and categories.
    entries: dict[Slug, ListPlace] = Field(default={}, exclude=True)
    titles: dict[Slug, Text] = Field(default={}, exclude=True)


class GlossaryForm(Record):
    """A term in one language."""

    short: Text
    long: Text | None = None
    forms: tuple[Text, ...] = ()
    also: tuple[Text, ...] = ()


class GlossaryTerm(Record):
    """An acronym or term in both languages."""

    id: Slug
    kind: Literal["acronym", "term"] = "acronym"
    fr: GlossaryForm
    en: GlossaryForm
    note: Bilingual | None = None

    def __getitem__(self, language: Language) -> GlossaryForm:
        """Return the form in `language`."""
        return self.fr if language == "fr" else self.en


class Anomaly(Record):
    """An error or contradiction of the source, and how the register settles it."""

    id: Slug
    group: Reference
    entries: tuple[Reference, ...] = ()
    severity: Literal["major", "minor", "trace"]
    finding: Bilingual
    settlement: Bilingual


class AnomalyGroup(Record):
    """A chapter of the list of anomalies."""

    name: Bilingual


class Anomalies(Record):
    """The whole of data/anomalies.yaml."""

    groups: dict[Slug, AnomalyGroup]
    anomalies: tuple[Anomaly, ...]


class Licence(Record):
    """A licence, by name and address."""

    name: Text
    url: Url


class Publisher(Record):
    """The organization that answers for this edition of the register."""

    name: Bilingual
    url: Url | None = None


class Publication(Record):
    """What holds for the register as a whole."""

    name: Bilingual
    description: Bilingual
    as_of: PartialDate
    text_licence: Licence
    code_licence: Licence
    repository: Url | None = None
    publisher: Publisher | None = None
    contact: Email | None = None
    report_email: Email | None = None

    @property
    def error_address(self) -> str | None:
        """The mail address for reports of errors: its own or else that for all mail."""
        return self.report_email or self.contact


class Proofreading(Record):
    """Words that tell a text in the wrong language, or without its accents."""

    english_words: tuple[Text, ...]
    french_words: tuple[Text, ...]
    unaccented_capitals: tuple[Text, ...]


Group = tuple[Text, ...]


class SearchWords(Record):
    """Words that are not searched for, and words that stand for one another."""

    stop_words: dict[Language, tuple[Text, ...]]
    spellings: tuple[Group, ...]
    synonyms: dict[Language, tuple[Group, ...]]


# --- data/initiatives.yaml --------------------------------------------------------------


class Status(Record):
    """Where an initiative stands, as at the date of the source."""

    phase: PhaseId
    also: tuple[PhaseId, ...] = ()
    printed: Text | None = None
    basis: Literal["stated", "inferred", "ambiguous"]
    text: Bilingual


class Actor(Record):
    """A body and its role in the initiative."""

    body: BodyId
    role: RoleId
    confirmed: bool = True
    note: Bilingual | None = None


class Access(Record):
    """Who may use it, who keeps the data and how far the data are shared."""

    level: AccessLevelId
    data_holder: DataHolderId
    sharing: SharingId
    note: Bilingual | None = None


class Component(Record):
    """A part of a suite, with its own phase."""

    id: Slug
    name: Bilingual
    phase: PhaseId
    text: Bilingual


class Milestone(Record):
    """An event, done or planned as at the date of the source."""

    date: PartialDate | None = None
    end: PartialDate | None = None
    state: Literal["done", "planned"]
    meeting: MeetingId | None = None
    text: Bilingual
    date_note: Bilingual | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        check_span(self.date, self.end)
        return self


class Link(Record):
    """An address that the source gives."""

    url: Url
    label: Bilingual


class Relation(Record):
    """A tie to another entry; stated once, shown on both pages."""

    to: Reference
    kind: RelationKindId
    note: Bilingual | None = None


class Initiative(Record):
    """One entry of the register."""

    id: Slug
    former_ids: tuple[Slug, ...] = ()
    category: CategoryId
    name: Bilingual
    english_name: Literal["official", "working translation"]
    qualifier: Bilingual | None = None
    lists: dict[Slug, ListPlace]
    objective: Bilingual
    description: Bilingual
    status: Status
    actors: tuple[Actor, ...]
    access: Access
    components: tuple[Component, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    links: tuple[Link, ...] = ()
    families: tuple[FamilyId, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[Bilingual, ...] = ()
