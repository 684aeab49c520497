"""Rules for ids that point elsewhere: each leads somewhere, and is given once."""

from collections.abc import Collection, Iterator, Mapping

from register.checking.problems import FieldPath, Finding
from register.checking.suggestions import explain_no_entry, explain_unknown
from register.messages import say
from register.model import Anomalies, Edition, Initiative, Status
from register.vocabulary import Vocabulary


def check_values(entry: Initiative, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Every value of an entry that points into the vocabulary is there."""
    for place, value, allowed, what in _list_values(entry, vocabulary):
        if value not in allowed:
            yield Finding(place, explain_unknown(value, allowed, what))


def _list_values(
    entry: Initiative, words: Vocabulary
) -> Iterator[tuple[FieldPath, str, Collection[str], str]]:
    """Yield place, value, allowed ids and their name for each such field of `entry`."""
    yield ("category",), entry.category, words.categories, "category"
    for where, status in _list_statuses(entry):
        yield (*where, "phase"), status.phase, words.phases, "phase"
        for nth, phase in enumerate(status.also):
            yield (*where, "also", nth), phase, words.phases, "phase"
    for nth, actor in enumerate(entry.actors):
        yield ("actors", nth, "body"), actor.body, words.bodies, "body"
        yield ("actors", nth, "role"), actor.role, words.roles, "role"
    access = entry.access
    yield ("access", "level"), access.level, words.access_levels, "access-level"
    yield ("access", "data_holder"), access.data_holder, words.data_holders, "data-holder"
    yield ("access", "sharing"), access.sharing, words.sharing, "sharing"
    for nth, component in enumerate(entry.components):
        yield ("components", nth, "phase"), component.phase, words.phases, "phase"
    for nth, milestone in enumerate(entry.milestones):
        if milestone.meeting is not None:
            yield ("milestones", nth, "meeting"), milestone.meeting, words.meetings, "meeting"
    for nth, family in enumerate(entry.families):
        yield ("families", nth), family, words.families, "family"
    for nth, relation in enumerate(entry.relations):
        yield (
            ("relations", nth, "kind"),
            relation.kind,
            words.relation_kinds,
            "relation",
        )


def check_given_once(entry: Initiative, vocabulary: Vocabulary) -> Iterator[Finding]:
    """An entry names a family, link, actor or phase only once."""
    listed: dict[str, list[str]] = {
        "families": list(entry.families),
        "links": [link.url for link in entry.links],
        "actors": [f"{actor.body}, {actor.role}" for actor in entry.actors],
    }
    for field, values in listed.items():
        for nth, value in enumerate(values):
            if value in values[:nth]:
                first = (field, values.index(value))
                yield Finding((field, nth), say("given-twice", value=value), first)
    for where, status in _list_statuses(entry):
        phases = [status.phase, *status.also]
        for nth, phase in enumerate(status.also):
            if phase in phases[: nth + 1]:
                yield Finding((*where, "also", nth), say("phase-twice", phase=phase))


def _list_statuses(entry: Initiative) -> Iterator[tuple[FieldPath, Status]]:
    """Yield the place of each status of `entry`, and the status."""
    yield ("status",), entry.status
    for nth, status in enumerate(entry.earlier_statuses):
        yield ("earlier_statuses", nth), status


def check_vocabulary(vocabulary: Vocabulary, editions: tuple[Edition, ...]) -> Iterator[Finding]:
    """Bodies have known kinds, meetings known bodies, categories titles in known lists."""
    lists = [edition.id for edition in editions]
    for key, body in vocabulary.bodies.items():
        if body.kind not in vocabulary.body_kinds:
            message = explain_unknown(body.kind, vocabulary.body_kinds, "kind-of-body")
            yield Finding(("bodies", key, "kind"), message)
    for key, meeting in vocabulary.meetings.items():
        if meeting.body not in vocabulary.bodies:
            message = explain_unknown(meeting.body, vocabulary.bodies, "body")
            yield Finding(("meetings", key, "body"), message)
    for key, category in vocabulary.categories.items():
        for edition in category.printed:
            if edition not in lists:
                message = explain_unknown(edition, lists, "list-id")
                yield Finding(("categories", key, "printed", edition), message)


def check_anomaly_groups(anomalies: Anomalies) -> Iterator[Finding]:
    """An anomaly belongs to a known group."""
    for index, anomaly in enumerate(anomalies.anomalies):
        if anomaly.group not in anomalies.groups:
            message = explain_unknown(anomaly.group, anomalies.groups, "group")
            yield Finding(("anomalies", index, "group"), message)


def check_anomaly_entries(anomalies: Anomalies, ids: Collection[str]) -> Iterator[Finding]:
    """An anomaly points at known entries."""
    for index, anomaly in enumerate(anomalies.anomalies):
        for nth, entry in enumerate(anomaly.entries):
            if entry not in ids:
                place = ("anomalies", index, "entries", nth)
                yield Finding(place, explain_no_entry(entry, ids))


def warn_unused(vocabulary: Vocabulary, initiatives: Mapping[int, Initiative]) -> Iterator[Finding]:
    """A body, meeting, family or kind of relation of the vocabulary is used by an entry."""
    used: dict[str, set[str]] = {
        "bodies": {meeting.body for meeting in vocabulary.meetings.values()},
        "meetings": set(),
        "families": set(),
        "relation_kinds": set(),
    }
    for entry in initiatives.values():
        used["bodies"].update(actor.body for actor in entry.actors)
        used["meetings"].update(m.meeting for m in entry.milestones if m.meeting)
        used["families"].update(entry.families)
        used["relation_kinds"].update(relation.kind for relation in entry.relations)
    for table, names in used.items():
        for key in getattr(vocabulary, table):
            if key not in names:
                yield Finding((table, key), say("unused"))
