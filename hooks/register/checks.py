"""What types alone cannot tell: each rule is a small generator of places and messages."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from register.model import Anomalies, Edition, GlossaryTerm, Initiative, Vocabulary
from register.reader import FieldPath
from register.suggest import hint

Finding = tuple[FieldPath, str]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the rules for entries look at.

    `ids` holds the id of every entry, also of those left out of `initiatives` for a fault of form.
    """

    ids: Collection[str]
    initiatives: tuple[Initiative, ...]
    vocabulary: Vocabulary
    editions: tuple[Edition, ...]


def explain_unknown(value: str, allowed: Collection[str], what: str) -> str:
    """Return the message for a `value` that is not among the `allowed` ones."""
    question = hint(value, allowed) or "."
    return f'"{value}" is not {what}{question} Allowed: {", ".join(allowed)}'


def check_ids(subject: Subject) -> Iterator[Finding]:
    """An id, present or former, belongs to one entry only."""
    owners: dict[str, int] = {}
    for index, entry in enumerate(subject.initiatives):
        places: list[tuple[FieldPath, str]] = [((index, "id"), entry.id)]
        places += [((index, "former_ids", nth), old) for nth, old in enumerate(entry.former_ids)]
        for place, value in places:
            if value in owners:
                first = owners[value]
                owner = subject.initiatives[first].id
                yield place, f'the id "{value}" is already taken by entry no. {first + 1} ({owner})'
            owners.setdefault(value, index)


def check_vocabulary_values(subject: Subject) -> Iterator[Finding]:
    """Every value that points into the vocabulary is there."""
    words = subject.vocabulary
    for index, entry in enumerate(subject.initiatives):
        for place, value, allowed, what in _vocabulary_values(entry, words):
            if value not in allowed:
                yield (index, *place), explain_unknown(value, allowed, what)


def _vocabulary_values(
    entry: Initiative, words: Vocabulary
) -> Iterator[tuple[FieldPath, str, Collection[str], str]]:
    """Yield place, value, allowed ids and their name for each such field of `entry`."""
    yield ("category",), entry.category, words.categories, "a category"
    yield ("status", "phase"), entry.status.phase, words.phases, "a phase"
    for nth, phase in enumerate(entry.status.also):
        yield ("status", "also", nth), phase, words.phases, "a phase"
    for nth, actor in enumerate(entry.actors):
        yield ("actors", nth, "body"), actor.body, words.bodies, "a body"
        yield ("actors", nth, "role"), actor.role, words.roles, "a role"
    access = entry.access
    yield ("access", "level"), access.level, words.access_levels, "an access level"
    yield ("access", "data_holder"), access.data_holder, words.data_holders, "a data holder"
    yield ("access", "sharing"), access.sharing, words.sharing, "a sharing value"
    for nth, component in enumerate(entry.components):
        yield ("components", nth, "phase"), component.phase, words.phases, "a phase"
    for nth, milestone in enumerate(entry.milestones):
        if milestone.meeting is not None:
            yield ("milestones", nth, "meeting"), milestone.meeting, words.meetings, "a meeting"
    for nth, family in enumerate(entry.families):
        yield ("families", nth), family, words.families, "a family"
    for nth, relation in enumerate(entry.relations):
        yield (
            ("relations", nth, "kind"),
            relation.kind,
            words.relation_kinds,
            "a kind of relation",
        )


def check_relations(subject: Subject) -> Iterator[Finding]:
    """A relation leads to another entry that exists."""
    for index, entry in enumerate(subject.initiatives):
        for nth, relation in enumerate(entry.relations):
            place = (index, "relations", nth, "to")
            if relation.to == entry.id:
                yield place, "an entry cannot be related to itself"
            elif relation.to not in subject.ids:
                question = hint(relation.to, subject.ids)
                yield place, f'no entry has the id "{relation.to}"{question}'


def check_relations_once(subject: Subject) -> Iterator[Finding]:
    """A relation is stated once, on one side, and does not lead back to where it began."""
    stated: dict[tuple[str, str, str], int] = {}
    for index, entry in enumerate(subject.initiatives):
        for nth, relation in enumerate(entry.relations):
            place = (index, "relations", nth)
            if (entry.id, relation.to, relation.kind) in stated:
                yield place, f"this relation to {relation.to} stands twice"
            elif (relation.to, entry.id, relation.kind) in stated and relation.to != entry.id:
                yield place, f"{relation.to} states this relation already; state it on one side"
            stated.setdefault((entry.id, relation.to, relation.kind), index)
    for circle, index in _find_circles(stated):
        yield (index, "relations"), f"the relations lead in a circle: {' → '.join(circle)}"


def _find_circles(
    stated: Mapping[tuple[str, str, str], int],
) -> Iterator[tuple[list[str], int]]:
    """Yield each circle of three entries or more along relations of one kind, and its entry."""
    after: dict[tuple[str, str], list[str]] = {}
    for start, end, kind in stated:
        after.setdefault((start, kind), []).append(end)
    done: set[tuple[str, str]] = set()
    for start, kind in after:
        path: list[str] = []
        pending = [(start, 0)]
        while pending:
            name, depth = pending.pop()
            del path[depth:]
            if name in path:
                circle = [*path[path.index(name) :], name]
                if len(circle) > 3:
                    yield circle, stated[(path[-1], name, kind)]
                continue
            if (name, kind) in done:
                continue
            path.append(name)
            done.add((name, kind))
            pending += [(end, depth + 1) for end in after.get((name, kind), ())]


def check_lists(subject: Subject) -> Iterator[Finding]:
    """An entry stands in a known list, and no two entries share a number in it."""
    editions = [edition.id for edition in subject.editions]
    numbers: dict[tuple[str, int], str] = {}
    for index, entry in enumerate(subject.initiatives):
        if not entry.lists:
            yield (index, "lists"), "an entry stands in at least one list"
        for edition, place in entry.lists.items():
            if edition not in editions:
                where = (index, "lists", edition)
                yield where, explain_unknown(edition, editions, "the id of a list")
            other = numbers.setdefault((edition, place.number), entry.id)
            if other != entry.id:
                yield (
                    (index, "lists", edition, "number"),
                    f"number {place.number} of this list is already taken by {other}",
                )


def check_components(subject: Subject) -> Iterator[Finding]:
    """Two components of an entry do not share an id."""
    for index, entry in enumerate(subject.initiatives):
        seen: set[str] = set()
        for nth, component in enumerate(entry.components):
            if component.id in seen:
                yield (index, "components", nth, "id"), f'"{component.id}" stands twice'
            seen.add(component.id)


RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    check_ids,
    check_vocabulary_values,
    check_relations,
    check_relations_once,
    check_lists,
    check_components,
)


def check_initiatives(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the entries, by every rule."""
    for rule in RULES:
        yield from rule(subject)


def check_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """Bodies have known kinds, meetings known bodies, categories titles in known lists."""
    known = [edition.id for edition in editions]
    for key, body in vocabulary.bodies.items():
        if body.kind not in vocabulary.body_kinds:
            place = ("bodies", key, "kind")
            yield place, explain_unknown(body.kind, vocabulary.body_kinds, "a kind of body")
    for key, meeting in vocabulary.meetings.items():
        if meeting.body not in vocabulary.bodies:
            place = ("meetings", key, "body")
            yield place, explain_unknown(meeting.body, vocabulary.bodies, "a body")
    for key, category in vocabulary.categories.items():
        for edition in category.printed:
            if edition not in known:
                place_printed = ("categories", key, "printed", edition)
                yield place_printed, explain_unknown(edition, known, "the id of a list")


def warn_unused(subject: Subject) -> Iterator[Finding]:
    """A body, meeting, family or kind of relation of the vocabulary is used by an entry."""
    words = subject.vocabulary
    used: dict[str, set[str]] = {"bodies": {m.body for m in words.meetings.values()}}
    used["meetings"], used["families"], used["relation_kinds"] = set(), set(), set()
    for entry in subject.initiatives:
        used["bodies"].update(actor.body for actor in entry.actors)
        used["meetings"].update(m.meeting for m in entry.milestones if m.meeting)
        used["families"].update(entry.families)
        used["relation_kinds"].update(relation.kind for relation in entry.relations)
    for table, names in used.items():
        for key in getattr(words, table):
            if key not in names:
                yield (table, key), "no entry uses this; take it out, or use it"


def check_glossary(glossary: tuple[GlossaryTerm, ...]) -> Iterator[Finding]:
    """No two terms share an id."""
    seen: set[str] = set()
    for index, term in enumerate(glossary):
        if term.id in seen:
            yield (index, "id"), f'the id "{term.id}" stands twice'
        seen.add(term.id)


def check_editions(editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """No two lists share an id."""
    seen: set[str] = set()
    for index, edition in enumerate(editions):
        if edition.id in seen:
            yield (index, "id"), f'the id "{edition.id}" stands twice'
        seen.add(edition.id)


def check_anomalies(anomalies: Anomalies, ids: Collection[str]) -> Iterator[Finding]:
    """Anomalies belong to known groups, point at known entries and do not share an id."""
    seen: set[str] = set()
    for index, anomaly in enumerate(anomalies.anomalies):
        if anomaly.id in seen:
            yield ("anomalies", index, "id"), f'the id "{anomaly.id}" stands twice'
        seen.add(anomaly.id)
        if anomaly.group not in anomalies.groups:
            message = explain_unknown(anomaly.group, anomalies.groups, "a group")
            yield ("anomalies", index, "group"), message
        for nth, entry in enumerate(anomaly.entries):
            if entry not in ids:
                yield ("anomalies", index, "entries", nth), f'no entry has the id "{entry}"'
