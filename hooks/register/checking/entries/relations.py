"""Rules for relations: they lead to another entry, are stated once, and in no circle."""

from collections.abc import Collection, Iterator, Mapping

from register.checking.problems import FieldPath, Finding, Findings
from register.checking.suggestions import explain_no_entry
from register.messages import say
from register.model import Entries, Initiative
from register.vocabulary import Vocabulary


def check_self(entry: Initiative, vocabulary: Vocabulary) -> Findings:
    """An entry is not related to itself."""
    for nth, relation in enumerate(entry.relations):
        if relation.to == entry.id:
            yield Finding(("relations", nth, "to"), say("relation-self"))


def check_targets(initiatives: Entries, ids: Collection[str]) -> Findings:
    """A relation leads to an entry that exists."""
    for index, entry in initiatives.items():
        for nth, relation in enumerate(entry.relations):
            if relation.to not in ids:
                place = (index, "relations", nth, "to")
                yield Finding(place, explain_no_entry(relation.to, ids))


def check_stated_once(initiatives: Entries) -> Findings:
    """A relation is stated once, on one side, and does not lead back to where it began."""
    stated: dict[tuple[str, str, str], FieldPath] = {}
    for index, entry in initiatives.items():
        for nth, relation in enumerate(entry.relations):
            place: FieldPath = (index, "relations", nth)
            inverse = (relation.to, entry.id, relation.kind)
            first = stated.get((entry.id, relation.to, relation.kind))
            if first is not None:
                yield Finding(place, say("relation-twice", to=relation.to), first)
            elif inverse in stated and relation.to != entry.id:
                message = say("relation-both-sides", to=relation.to)
                yield Finding(place, message, stated[inverse])
            stated.setdefault((entry.id, relation.to, relation.kind), place)
    for circle, place in _find_circles(stated):
        yield Finding(place, say("relation-circle", circle=" → ".join(circle)))


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
