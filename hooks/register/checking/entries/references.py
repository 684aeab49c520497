"""Rules for ids that point elsewhere: each leads somewhere, and is given once."""

from collections.abc import Collection, Iterable

from register.checking.problems import FieldPath, Finding, Findings, find_repeats
from register.checking.schema.schema_fields import list_pointers
from register.checking.suggestions import explain_no_entry, explain_unknown
from register.messages import say
from register.model import Anomalies, Edition, Entries, Initiative, Record, Status
from register.vocabulary import Vocabulary


def check_values(record: Record, vocabulary: Vocabulary) -> Findings:
    """Every value of an entry, or of the vocabulary itself, that points into it is there."""
    for place, table, value in list_pointers(record):
        allowed = getattr(vocabulary, table)
        if value not in allowed:
            yield Finding(place, explain_unknown(value, allowed, table))


def check_given_once(entry: Initiative, vocabulary: Vocabulary) -> Findings:
    """An entry names a family, link, actor or phase only once."""
    listed: dict[str, Iterable[str]] = {
        "families": entry.families,
        "links": (link.url for link in entry.links),
        "actors": (f"{actor.body}, {actor.role}" for actor in entry.actors),
    }
    for field, values in listed.items():
        for value, place, first in find_repeats((v, (field, n)) for n, v in enumerate(values)):
            yield Finding(place, say("given-twice", value=value), first)
    statuses: list[tuple[FieldPath, Status]] = [(("status",), entry.status)]
    statuses += [(("earlier_statuses", n), each) for n, each in enumerate(entry.earlier_statuses)]
    for where, status in statuses:
        also = ((phase, (*where, "also", nth)) for nth, phase in enumerate(status.also))
        for phase, place, _ in find_repeats([(status.phase, (*where, "phase")), *also]):
            yield Finding(place, say("phase-twice", phase=phase))


def check_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...]) -> Findings:
    """Bodies have known kinds, meetings known bodies, categories titles in known lists."""
    yield from check_values(vocabulary, vocabulary)
    lists = [edition.id for edition in editions]
    for key, category in vocabulary.categories.items():
        for edition in category.printed:
            if edition not in lists:
                message = explain_unknown(edition, lists, "list-id")
                yield Finding(("categories", key, "printed", edition), message)


def check_anomaly_groups(anomalies: Anomalies) -> Findings:
    """An anomaly belongs to a known group."""
    for index, anomaly in enumerate(anomalies.anomalies):
        if anomaly.group not in anomalies.groups:
            message = explain_unknown(anomaly.group, anomalies.groups, "group")
            yield Finding(("anomalies", index, "group"), message)


def check_anomaly_entries(anomalies: Anomalies, ids: Collection[str]) -> Findings:
    """An anomaly points at known entries."""
    for index, anomaly in enumerate(anomalies.anomalies):
        for nth, entry in enumerate(anomaly.entries):
            if entry not in ids:
                place = ("anomalies", index, "entries", nth)
                yield Finding(place, explain_no_entry(entry, ids))


def warn_unused(vocabulary: Vocabulary, initiatives: Entries) -> Findings:
    """A body, meeting, family or kind of relation of the vocabulary is used by an entry."""
    records = (vocabulary, *initiatives.values())
    used = {(table, key) for each in records for _, table, key in list_pointers(each)}
    for table in ("bodies", "meetings", "families", "relation_kinds"):
        for key in getattr(vocabulary, table):
            if (table, key) not in used:
                yield Finding((table, key), say("unused"))
