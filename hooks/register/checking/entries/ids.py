"""Rules for ids: each belongs to one thing only."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from register.checking.problems import FieldPath, Finding, Findings, find_repeats
from register.checking.suggestions import suggest
from register.messages import say
from register.model import Anomalies, Entries, Initiative
from register.vocabulary import Vocabulary

# So many entries do not go at once: then a part of the file is gone.
_MANY = 5


def check_ids(initiatives: Entries) -> Findings:
    """An id, present or former, belongs to one entry only."""
    yield from _find_twice(initiatives.items())
    owners: dict[str, tuple[str, FieldPath]] = {}
    for index, entry in initiatives.items():
        owners.setdefault(entry.id, (entry.id, (index, "id")))
    for index, entry in initiatives.items():
        for nth, old in enumerate(entry.former_ids):
            place: FieldPath = (index, "former_ids", nth)
            owner, first = owners.setdefault(old, (entry.id, place))
            if old == entry.id:
                yield Finding(place, say("former-id-present"))
            elif first != place:
                yield Finding(place, say("id-taken", id=old, owner=owner), first)


def warn_lost(initiatives: Entries, ids: Collection[str], earlier: Collection[str]) -> Findings:
    """An entry that was published is still there, under its id or as a former one."""
    former = {old for entry in initiatives.values() for old in entry.former_ids}
    lost = [each for each in earlier if each not in ids and each not in former]
    if len(lost) > _MANY:
        yield Finding((), say("ids-lost", count=len(lost), ids=tuple(lost)))
        return
    new = {entry.id: index for index, entry in initiatives.items() if entry.id not in earlier}
    for old in lost:
        renamed = suggest(old, new) or (next(iter(new)) if len(lost) == len(new) == 1 else None)
        if renamed is None:
            yield Finding((), say("id-lost", id=old))
        else:
            where = (new.pop(renamed), "id")
            yield Finding(where, say("id-renamed", old=old, new=renamed))


def check_list_ids(entries: Sequence[Any]) -> Findings:
    """No two entries of a list share an id."""
    yield from _find_twice(enumerate(entries))


def _find_twice(entries: Iterable[tuple[int, Any]]) -> Findings:
    for key, place, first in find_repeats((entry.id, (index, "id")) for index, entry in entries):
        yield Finding(place, say("id-twice", id=key), first)


def check_component_ids(entry: Initiative, vocabulary: Vocabulary) -> Findings:
    """Two components of an entry do not share an id."""
    for found in check_list_ids(entry.components):
        yield found.below("components")


def check_anomaly_ids(anomalies: Anomalies) -> Findings:
    """An anomaly has an id of its own, also among groups: they are anchors of one page."""
    for found in check_list_ids(anomalies.anomalies):
        yield found.below("anomalies")
    for index, anomaly in enumerate(anomalies.anomalies):
        if anomaly.id in anomalies.groups:
            message = say("id-taken-by-group", id=anomaly.id)
            yield Finding(("anomalies", index, "id"), message, ("groups", anomaly.id))
