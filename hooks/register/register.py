"""The whole register: the entries and all that they point at, with the look-ups pages need."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec import Struct

from register.checking.problems import Problem
from register.lists.editions import Departure, find_departures
from register.model import (
    Anomalies,
    Bilingual,
    Edition,
    GlossaryTerm,
    Initiative,
    ListPlace,
    Relation,
)
from register.publication import Publication, SearchWords
from register.vocabulary import Vocabulary


class RelatedEntry(Struct, frozen=True, kw_only=True):
    """Another entry, and the heading under which it belongs on an entry's page."""

    label: Bilingual
    entry: Initiative
    note: Bilingual | None = None


@dataclass(frozen=True, kw_only=True)
class Register:
    """Everything in data/, checked.

    `lines` gives the line of each entry in data/initiatives.yaml, by id, from 1. `find_warnings`
    returns what could be better, and takes as long as all else together.
    """

    initiatives: tuple[Initiative, ...]
    vocabulary: Vocabulary
    editions: tuple[Edition, ...]
    glossary: tuple[GlossaryTerm, ...]
    anomalies: Anomalies
    publication: Publication
    words: Mapping[str, Bilingual]
    fields: Mapping[str, Bilingual]
    search: SearchWords
    lines: Mapping[str, int]
    find_warnings: Callable[[], tuple[Problem, ...]] = field(default=tuple, compare=False)
    # The ids of all drafts, whether they are among the entries or left out.
    drafts: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What could be better, and stands in no one's way."""
        return self.find_warnings()

    @cached_property
    def by_id(self) -> dict[str, Initiative]:
        """Entries by id."""
        return {entry.id: entry for entry in self.initiatives}

    @cached_property
    def by_category(self) -> dict[str, tuple[Initiative, ...]]:
        """Entries of each category, in the order of the register; empty categories included."""
        return {
            key: tuple(entry for entry in self.initiatives if entry.category == key)
            for key in self.vocabulary.categories
        }

    @cached_property
    def by_family(self) -> dict[str, tuple[Initiative, ...]]:
        """Entries of each family, in the order of the register."""
        groups: dict[str, list[Initiative]] = {key: [] for key in self.vocabulary.families}
        for entry in self.initiatives:
            for family in entry.families:
                groups[family].append(entry)
        return {key: tuple(entries) for key, entries in groups.items()}

    @cached_property
    def _inverse_relations(self) -> dict[str, list[tuple[Initiative, Relation]]]:
        """By id of the entry pointed at: the entry that states the relation, and the relation."""
        inverse: dict[str, list[tuple[Initiative, Relation]]] = {}
        for entry in self.initiatives:
            for relation in entry.relations:
                inverse.setdefault(relation.to, []).append((entry, relation))
        return inverse

    @cached_property
    def departures(self) -> dict[str, Departure]:
        """How each entry left that the latest lists no longer have, by id."""
        return find_departures(self.initiatives, self.editions)

    @cached_property
    def has_departed(self) -> bool:
        """Whether an entry has left the lists or was withdrawn."""
        return bool(self.departures) or any(entry.withdrawn for entry in self.initiatives)

    def places(self, entry: Initiative) -> list[tuple[Edition, ListPlace]]:
        """Return the lists that have `entry`, the newest first, with its place in each."""
        return [(e, entry.lists[e.id]) for e in self.editions if e.id in entry.lists]

    def related_entries(self, entry: Initiative) -> tuple[RelatedEntry, ...]:
        """Return every entry related to `entry`: families, its relations, then theirs to it."""
        families, kinds = self.vocabulary.families, self.vocabulary.relation_kinds
        found = [
            RelatedEntry(label=families[family].label, entry=other)
            for family in entry.families
            for other in self.by_family[family]
            if other.id != entry.id
        ]
        found += [
            RelatedEntry(label=kinds[each.kind].label, entry=self.by_id[each.to], note=each.note)
            for each in entry.relations
        ]
        found += [
            RelatedEntry(label=kinds[each.kind].inverse, entry=other, note=each.note)
            for other, each in self._inverse_relations.get(entry.id, ())
        ]
        return tuple(found)
