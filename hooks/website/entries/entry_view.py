"""A localized entry: the source of its texts for pages, tables, search, exports and print."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from register.model import Bilingual, Initiative, Milestone
from register.vocabulary import Term
from website import urls

if TYPE_CHECKING:
    from website.localized_site import LocalizedSite


class TermView(Struct, frozen=True, kw_only=True):
    """A value of the vocabulary: its id and its label."""

    id: str
    label: str


class ActorView(Struct, frozen=True, kw_only=True):
    """A body in a role."""

    id: str
    # Its acronym or, where it has none, its name; and its name followed by the acronym.
    short: str
    long: str
    # The notes on the body in this role, and on the body itself.
    note: str
    body_note: str
    # False where the source marks the role as uncertain.
    confirmed: bool


class RoleView(Struct, frozen=True, kw_only=True):
    """A role, and the bodies that have it."""

    id: str
    label: str
    actors: tuple[ActorView, ...]


class ComponentView(Struct, frozen=True, kw_only=True):
    """A part of an entry."""

    id: str
    name: str
    phase: TermView
    text: str


class MilestoneView(Struct, frozen=True, kw_only=True):
    """A milestone; a text is empty where the milestone has none."""

    # Its date as in the register, for machines, and localized.
    iso: str
    date: str
    state: str
    text: str
    meeting: str
    # The anchor of its meeting on the page of the timeline.
    meeting_anchor: str
    date_note: str


class EntryView:
    """One entry in the language of a site; each part is computed when first needed."""

    def __init__(self, site: "LocalizedSite", entry: Initiative) -> None:
        """Localize `entry` for `site`."""
        self._site = site
        self._vocabulary = site.register.vocabulary
        self.entry = entry
        self.id = entry.id
        self.path = urls.initiative(entry.id)

    @cached_property
    def title(self) -> str:
        """The name, with our qualifier where several entries share the name."""
        return self._site.title(self.entry)

    @property
    def mark(self) -> str:
        """That the entry was withdrawn or is no longer listed, empty for all others."""
        return self._site.mark(self.entry)

    @property
    def marked_title(self) -> str:
        """The title, with the mark in brackets where there is one."""
        return f"{self.title} ({self.mark.lower()})" if self.mark else self.title

    @cached_property
    def number(self) -> int | None:
        """The number in the newest list, None if that does not have the entry."""
        return self._site.number(self.entry)

    @property
    def category_number(self) -> int:
        """The place of the category among all, from 1."""
        return self._site.category_number(self.entry.category)

    @property
    def category(self) -> str:
        """The full name of the category."""
        return self._site.say(self._site.category(self.entry).name)

    @property
    def category_short(self) -> str:
        """The short name of the category."""
        return self._site.say(self._site.category(self.entry).short)

    @property
    def objective(self) -> str:
        """What the entry is for."""
        return self._site.say(self.entry.objective)

    @property
    def description(self) -> str:
        """What the entry is."""
        return self._site.say(self.entry.description)

    @property
    def status(self) -> str:
        """The text on the entry's status."""
        return self._site.say(self.entry.status.text)

    @cached_property
    def phases(self) -> tuple[TermView, ...]:
        """The phases, the main one first."""
        status = self.entry.status
        phases = self._vocabulary.phases
        return tuple(self._term(phases, phase) for phase in (status.phase, *status.also))

    @cached_property
    def access(self) -> TermView:
        """Who may use it."""
        return self._term(self._vocabulary.access_levels, self.entry.access.level)

    @cached_property
    def data_holder(self) -> TermView:
        """Who holds the data."""
        return self._term(self._vocabulary.data_holders, self.entry.access.data_holder)

    @cached_property
    def sharing(self) -> TermView:
        """Whether data are shared."""
        return self._term(self._vocabulary.sharing, self.entry.access.sharing)

    @property
    def access_note(self) -> str:
        """The note on the access, empty if there is none."""
        return self._say(self.entry.access.note)

    @cached_property
    def roles(self) -> tuple[RoleView, ...]:
        """The roles that a body has, in the order of the vocabulary."""
        return tuple(
            RoleView(id=role, label=self._site.say(term.label), actors=actors)
            for role, term in self._vocabulary.roles.items()
            if (actors := self.actors(role))
        )

    def actors(self, role: str) -> tuple[ActorView, ...]:
        """Return the bodies that have `role`, in the order of the register."""
        return tuple(actor for each, actor in self._actors if each == role)

    @cached_property
    def _actors(self) -> tuple[tuple[str, ActorView], ...]:
        found = []
        for actor in self.entry.actors:
            body = self._vocabulary.bodies[actor.body]
            view = ActorView(
                id=actor.body,
                short=self._site.body_short(body),
                long=self._site.body_long(body),
                note=self._say(actor.note),
                body_note=self._say(body.note),
                confirmed=actor.confirmed,
            )
            found.append((actor.role, view))
        return tuple(found)

    @cached_property
    def components(self) -> tuple[ComponentView, ...]:
        """The parts of the entry."""
        return tuple(
            ComponentView(
                id=part.id,
                name=self._site.say(part.name),
                phase=self._term(self._vocabulary.phases, part.phase),
                text=self._say(part.text),
            )
            for part in self.entry.components
        )

    @cached_property
    def milestones(self) -> tuple[MilestoneView, ...]:
        """The milestones, in the order of the register."""
        return tuple(describe_milestone(self._site, each) for each in self.entry.milestones)

    def _term(self, table: Mapping[str, Term], key: str) -> TermView:
        return TermView(id=key, label=self._site.say(table[key].label))

    def _say(self, text: Bilingual | None) -> str:
        return "" if text is None else self._site.say(text)


def describe_milestone(site: "LocalizedSite", milestone: Milestone) -> MilestoneView:
    """Return `milestone` in the language of `site`."""
    meeting = ""
    if milestone.meeting is not None:
        found = site.register.vocabulary.meetings[milestone.meeting]
        body = site.register.vocabulary.bodies[found.body]
        meeting = f"{site.body_long(body)}, {site.say(found.name)}"
    return MilestoneView(
        iso=milestone.date or "",
        date=site.span(milestone.date, milestone.end) if milestone.date else "",
        state=milestone.state,
        text=site.say(milestone.text),
        meeting=meeting,
        meeting_anchor=urls.meeting(milestone.meeting) if milestone.meeting else "",
        date_note=site.say(milestone.date_note) if milestone.date_note else "",
    )
