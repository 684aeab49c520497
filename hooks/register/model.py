"""The register's types: frozen, strict, and the one truth about what a field may hold."""

import os
from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from register.field_types import VOCABULARY_KEY, PartialDate, Reference, Slug, Text, Url, check_span

# Looking for pydantic's plugins in all that is installed took 3 % of a build of 41 entries.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")

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


class Record(BaseModel):
    """Base of every type here: no unknown key, no coercion, no change once made."""

    # Deferred, a type within another is not also built by itself: 22 ms less at each start.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class Bilingual(Record):
    """One text in the two languages of the register."""

    fr: Text
    en: Text

    def __getitem__(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.fr if language == "fr" else self.en


# --- data/editions.yaml, data/glossary.yaml, data/anomalies.yaml ------------------------


class ListPlace(Record):
    """Where and under what name an entry is in one dated list."""

    number: int = Field(ge=1, le=1_000_000)
    name: Text


class Edition(Record):
    """A dated list that the register draws on."""

    # A list may bring its `entries` (number and printed name by the entry's id) and its `titles`
    # (of categories, by id) with it, in place of `Initiative.lists` and `Category.printed`: a new
    # list is then one block to add. `register.lists.editions` puts them where the others are.

    id: Slug
    date: PartialDate
    name: Bilingual
    short: Bilingual
    title_printed: Text
    note: Bilingual | None = None
    # What holds wherever this list is compared with the one before it.
    comparison: Bilingual | None = None
    # The list that it is compared with, if not the one before it by date: a detailed list follows
    # the detailed list before it, though there is a summary list between the two.
    follows: Slug | None = None
    # When it was entered in the register, if long after its date, and when it was last corrected:
    # the feed dates it so.
    entered: PartialDate | None = None
    corrected: PartialDate | None = None
    # Excluded, because they are published with the entries and categories.
    entries: dict[Slug, ListPlace] = Field(default={}, exclude=True)
    titles: dict[Slug, Text] = Field(default={}, exclude=True)
    # The category that an entry had before this list moved it. Excluded, because it is published
    # with the entries.
    moved: dict[Slug, Reference] = Field(default={}, exclude=True)


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


# --- data/initiatives.yaml --------------------------------------------------------------


class Status(Record):
    """How far an initiative has come, as at the date of the source."""

    phase: PhaseId
    also: tuple[PhaseId, ...] = ()
    printed: Text | None = None
    basis: Literal["stated", "inferred", "ambiguous"]
    text: Bilingual
    # The dated list that brought it, where one is known to have changed it.
    list: Slug | None = None


class EarlierStatus(Status):
    """A status that a later list has changed; `list` is the one that gave it."""

    list: Slug


class Withdrawal(Record):
    """That an initiative was ended or taken back, where more is known than that a list lacks it."""

    date: PartialDate | None = None
    note: Bilingual


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
    # Its texts may be missing (`register.drafts`), and it is never published.
    draft: bool = Field(default=False, exclude=True)
    former_ids: tuple[Slug, ...] = ()
    category: CategoryId
    name: Bilingual
    english_name: Literal["official", "working translation"]
    qualifier: Bilingual | None = None
    lists: dict[Slug, ListPlace]
    objective: Bilingual
    description: Bilingual
    status: Status
    earlier_statuses: tuple[EarlierStatus, ...] = ()
    withdrawn: Withdrawal | None = None
    actors: tuple[Actor, ...]
    access: Access
    components: tuple[Component, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    links: tuple[Link, ...] = ()
    families: tuple[FamilyId, ...] = ()
    relations: tuple[Relation, ...] = ()
    notes: tuple[Bilingual, ...] = ()


# The valid entries of data/initiatives.yaml by their place in it, from 0.
Entries = Mapping[int, Initiative]
