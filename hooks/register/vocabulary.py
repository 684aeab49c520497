"""Types of data/vocabulary.yaml: what entries may point at, by id."""

from typing import Literal, Self

from pydantic import model_validator

from register.field_types import PartialDate, Slug, Text, check_span
from register.model import Bilingual, BodyId, BodyKindId, Record

PhaseLook = Literal[
    "proposed", "study", "development", "pilot", "active", "recurring", "not-stated"
]


class Term(Record):
    """A value that entries may use, with its label."""

    label: Bilingual
    note: Bilingual | None = None


class Phase(Term):
    """How far an entry has come; `look` is the phase in the style sheet that its badge is like."""

    look: PhaseLook | None = None


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
    phases: dict[Slug, Phase]
    access_levels: dict[Slug, Term]
    data_holders: dict[Slug, Term]
    sharing: dict[Slug, Term]
    roles: dict[Slug, Term]
    body_kinds: dict[Slug, Term]
    bodies: dict[Slug, Body]
    meetings: dict[Slug, Meeting]
    families: dict[Slug, Family]
    relation_kinds: dict[Slug, RelationKind]

    def phase_style(self, phase: str) -> str:
        """Return the class of the style sheet that gives the phase with this id its look."""
        return f"phase-{self.phases[phase].look or phase}"
