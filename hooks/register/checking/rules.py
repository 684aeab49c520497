"""What types alone cannot tell: each rule is a small generator of places and messages."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from register.checking.suggestions import hint, to_slug
from register.model import Anomalies, Bilingual, Edition, GlossaryTerm, Initiative, Vocabulary
from register.reading.reader import FieldPath

# A place in a word of the interface that the page fills in.
_PLACE = re.compile(r"\{\w+\}")
# So many allowed values are told; of more, who edits looks into the vocabulary.
LISTED = 20


class Finding(NamedTuple):
    """Where something is wrong, and what; `other` is the place it is in conflict with."""

    where: FieldPath
    message: str
    other: FieldPath | None = None


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the rules for entries look at.

    `ids` holds the id of every entry, also of those left out of `initiatives` for a fault of form;
    `has_all_ids` is false where the id of one is not known.
    """

    ids: Collection[str]
    has_all_ids: bool
    initiatives: tuple[Initiative, ...]
    vocabulary: Vocabulary
    editions: tuple[Edition, ...]


def shift(finding: Finding, origin: Sequence[int]) -> Finding:
    """Return `finding`, whose places count the sound entries, with the places they really have.

    `origin` gives the index of each sound entry among all.
    """

    def move(where: FieldPath) -> FieldPath:
        return (origin[int(where[0])], *where[1:])

    other = None if finding.other is None else move(finding.other)
    return finding._replace(where=move(finding.where), other=other)


def explain_unknown(value: str, allowed: Collection[str], what: str) -> str:
    """Return the message for a `value` that is not among the `allowed` ones.

    Where these are a table of the vocabulary, the label of one of them is known for it.
    """
    labels = _list_labels(allowed) if isinstance(allowed, Mapping) else {}
    question = hint(value, allowed, labels) or "."
    listed = ", ".join(list(allowed)[:LISTED])
    more = f", ... ({len(allowed)} in all)" if len(allowed) > LISTED else ""
    return f'"{value}" is not {what}{question} Allowed: {listed}{more}'


def explain_no_entry(value: str, ids: Collection[str]) -> str:
    """Return the message for a `value` that is none of the `ids` of entries."""
    # Of an id that cannot be, what it should be is suggested.
    return f'no entry has the id "{value}"{hint(value, dict.fromkeys(map(to_slug, ids)))}'


def _list_labels(table: Mapping[str, object]) -> dict[str, str]:
    """Return the id of each label, name and short form in a `table` of the vocabulary."""
    return {
        text: key
        for key, term in table.items()
        for bilingual in (getattr(term, field, None) for field in ("label", "name", "short"))
        if isinstance(bilingual, Bilingual)
        for text in (bilingual.fr, bilingual.en)
    }


def check_ids(subject: Subject) -> Iterator[Finding]:
    """An id, present or former, belongs to one entry only."""
    owners: dict[str, tuple[str, FieldPath]] = {}
    for index, entry in enumerate(subject.initiatives):
        if entry.id in owners:
            owner, first = owners[entry.id]
            yield Finding((index, "id"), f'the id "{entry.id}" stands twice', first)
        owners.setdefault(entry.id, (entry.id, (index, "id")))
    for index, entry in enumerate(subject.initiatives):
        for nth, old in enumerate(entry.former_ids):
            place: FieldPath = (index, "former_ids", nth)
            owner, first = owners.setdefault(old, (entry.id, place))
            if old == entry.id:
                yield Finding(place, "the present id of an entry is none of its former ones")
            elif first != place:
                yield Finding(place, f'the id "{old}" is already taken by {owner}', first)


@dataclass(frozen=True, eq=False)
class EntryRules:
    """The rules for an entry by itself, with the vocabulary they look into; hashed by identity."""

    vocabulary: Vocabulary

    def check(self, entry: Initiative) -> tuple[Finding, ...]:
        """Return what is wrong with `entry`, by places within it."""
        return (
            *check_vocabulary_values(entry, self.vocabulary),
            *check_once(entry),
            *check_components(entry),
        )


def check_vocabulary_values(entry: Initiative, words: Vocabulary) -> Iterator[Finding]:
    """Every value that points into the vocabulary is there."""
    for place, value, allowed, what in _vocabulary_values(entry, words):
        if value not in allowed:
            yield Finding(place, explain_unknown(value, allowed, what))


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
                yield Finding(place, "an entry cannot be related to itself")
            elif relation.to not in subject.ids and subject.has_all_ids:
                yield Finding(place, explain_no_entry(relation.to, subject.ids))


def check_relations_once(subject: Subject) -> Iterator[Finding]:
    """A relation is stated once, on one side, and does not lead back to where it began."""
    stated: dict[tuple[str, str, str], FieldPath] = {}
    for index, entry in enumerate(subject.initiatives):
        for nth, relation in enumerate(entry.relations):
            place: FieldPath = (index, "relations", nth)
            inverse = (relation.to, entry.id, relation.kind)
            first = stated.get((entry.id, relation.to, relation.kind))
            if first is not None:
                yield Finding(place, f"this relation to {relation.to} stands twice", first)
            elif inverse in stated and relation.to != entry.id:
                message = f"{relation.to} states this relation from its side; state it once"
                yield Finding(place, message, stated[inverse])
            stated.setdefault((entry.id, relation.to, relation.kind), place)
    for circle, place in _find_circles(stated):
        yield Finding(place, f"the relations lead in a circle: {' → '.join(circle)}")


def _find_circles(
    stated: Mapping[tuple[str, str, str], FieldPath],
) -> Iterator[tuple[list[str], FieldPath]]:
    """Yield each circle of three entries or more along relations of one kind, and its last step."""
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
    numbers: dict[tuple[str, int], tuple[str, FieldPath]] = {}
    for index, entry in enumerate(subject.initiatives):
        if not entry.lists and not any(entry.id in e.entries for e in subject.editions):
            yield Finding((index, "lists"), "an entry stands in at least one list")
        for edition, place in entry.lists.items():
            if edition not in editions:
                where = (index, "lists", edition)
                yield Finding(where, explain_unknown(edition, editions, "the id of a list"))
            number: FieldPath = (index, "lists", edition, "number")
            other, first = numbers.setdefault((edition, place.number), (entry.id, number))
            if other != entry.id:
                message = f"number {place.number} of this list is already taken by {other}"
                yield Finding(number, message, first)


def check_once(entry: Initiative) -> Iterator[Finding]:
    """What an entry lists stands in the list once."""
    listed: dict[str, list[str]] = {
        "families": list(entry.families),
        "links": [link.url for link in entry.links],
        "actors": [f"{actor.body}, {actor.role}" for actor in entry.actors],
    }
    for field, values in listed.items():
        for nth, value in enumerate(values):
            if value in values[:nth]:
                first = (field, values.index(value))
                yield Finding((field, nth), f'"{value}" stands twice', first)
    phases = [entry.status.phase, *entry.status.also]
    for nth, phase in enumerate(entry.status.also):
        if phase in phases[: nth + 1]:
            yield Finding(("status", "also", nth), f'the phase "{phase}" is stated already')


def check_components(entry: Initiative) -> Iterator[Finding]:
    """Two components of an entry do not share an id."""
    for finding in _find_twice([component.id for component in entry.components]):
        yield finding._replace(
            where=("components", *finding.where), other=("components", *(finding.other or ()))
        )


def _find_twice(ids: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each id that already stands before, by their places in the list."""
    first: dict[str, int] = {}
    for index, value in enumerate(ids):
        if value in first:
            yield Finding((index, "id"), f'the id "{value}" stands twice', (first[value], "id"))
        first.setdefault(value, index)


# Those that hold entries against each other; `EntryRules` has the others.
RULES: tuple[Callable[[Subject], Iterator[Finding]], ...] = (
    check_ids,
    check_relations,
    check_relations_once,
    check_lists,
)


def check_initiatives(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the entries taken together, by every rule."""
    for rule in RULES:
        yield from rule(subject)


def check_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """Bodies have known kinds, meetings known bodies, categories titles in known lists."""
    known = [edition.id for edition in editions]
    for key, body in vocabulary.bodies.items():
        if body.kind not in vocabulary.body_kinds:
            place = ("bodies", key, "kind")
            yield Finding(
                place, explain_unknown(body.kind, vocabulary.body_kinds, "a kind of body")
            )
    for key, meeting in vocabulary.meetings.items():
        if meeting.body not in vocabulary.bodies:
            place = ("meetings", key, "body")
            yield Finding(place, explain_unknown(meeting.body, vocabulary.bodies, "a body"))
    for key, category in vocabulary.categories.items():
        for edition in category.printed:
            if edition not in known:
                place_printed = ("categories", key, "printed", edition)
                yield Finding(place_printed, explain_unknown(edition, known, "the id of a list"))


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
                yield Finding((table, key), "no entry uses this; take it out, or use it")


def warn_untranslated(subject: Subject) -> Iterator[Finding]:
    """A working translation of a name of several words differs from the French name."""
    for index, entry in enumerate(subject.initiatives):
        is_ours = entry.english_name == "working translation"
        if is_ours and entry.name.fr == entry.name.en and len(entry.name.fr.split()) > 1:
            message = "the English name is the French one; translate it, or call it official"
            yield Finding((index, "name", "en"), message)


def check_words(words: Mapping[str, Bilingual]) -> Iterator[Finding]:
    """A word of the interface has the same places to fill in, in both languages."""
    for key, text in words.items():
        french, english = set(_PLACE.findall(text.fr)), set(_PLACE.findall(text.en))
        if french != english:
            named = [", ".join(sorted(places)) or "none" for places in (english, french)]
            message = "the places to fill in differ: {} here, {} in French".format(*named)
            yield Finding((key, "en"), message)


def check_glossary(glossary: tuple[GlossaryTerm, ...]) -> Iterator[Finding]:
    """No two terms share an id, and each term has its meaning, which an acronym may lack."""
    yield from _find_twice([term.id for term in glossary])
    for place, term in enumerate(glossary):
        if term.kind == "term" and term.note is None:
            yield Finding((place, "kind"), "a term needs a note that says what it means")


def check_editions(editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """No two lists share an id."""
    yield from _find_twice([edition.id for edition in editions])


def check_anomalies(anomalies: Anomalies, ids: Collection[str]) -> Iterator[Finding]:
    """Anomalies belong to known groups, point at known entries and have an id of their own."""
    for finding in _find_twice([anomaly.id for anomaly in anomalies.anomalies]):
        yield finding._replace(
            where=("anomalies", *finding.where), other=("anomalies", *(finding.other or ()))
        )
    for index, anomaly in enumerate(anomalies.anomalies):
        if anomaly.id in anomalies.groups:
            # They stand on one page, and both are anchors of it.
            message = f'the id "{anomaly.id}" is already taken by a group'
            yield Finding(("anomalies", index, "id"), message, ("groups", anomaly.id))
        if anomaly.group not in anomalies.groups:
            message = explain_unknown(anomaly.group, anomalies.groups, "a group")
            yield Finding(("anomalies", index, "group"), message)
        for nth, entry in enumerate(anomaly.entries):
            if entry not in ids:
                place = ("anomalies", index, "entries", nth)
                yield Finding(place, explain_no_entry(entry, ids))
