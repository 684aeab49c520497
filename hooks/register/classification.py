"""What entries can be sorted by: the values that each entry has in each facet."""

from collections.abc import Iterable

from register.field_types import is_before
from register.model import Initiative, Milestone
from register.register import Register

# In the order in which readers meet them.
FACETS = ("category", "phase", "access", "lead", "funder", "body", "milestones", "listing")
# Facets whose value is a body in that role.
ROLE_FACETS = ("lead", "funder")
# Roles that readers look for, so that their absence is said.
EXPECTED_ROLES = ("lead", "partner", "funder")
NOT_STATED = "not-stated"
AHEAD = "ahead"
# Whether the latest list has an entry, and whether it was withdrawn: a facet with values only once
# there is an entry of the last two.
LISTED, LEFT, WITHDRAWN = "listed", "left", "withdrawn"
# The phases of what is in service.
IN_SERVICE = ("active", "recurring")


def is_ahead(milestone: Milestone, as_of: str) -> bool:
    """Return whether a planned milestone was still to come at the date `as_of`."""
    last = milestone.end or milestone.date
    # Nothing says that the time of one without a date has passed.
    return milestone.state == "planned" and (last is None or not is_before(last, as_of))


def list_values(register: Register, entry: Initiative) -> dict[str, tuple[str, ...]]:
    """Return the values that `entry` has in each facet.

    An entry has every phase that holds, the first and those beside it. Without a body in a role
    facet it has "not-stated" there, which is not "none". It may have no value in the others.
    """
    roles = {
        role: _once(actor.body for actor in entry.actors if actor.role == role) or (NOT_STATED,)
        for role in ROLE_FACETS
    }
    as_of = register.publication.as_of
    standing = LEFT if entry.id in register.departures else LISTED
    listing = (standing, WITHDRAWN) if entry.withdrawn else (standing,)
    ahead = any(is_ahead(milestone, as_of) for milestone in entry.milestones)
    return {
        "category": (entry.category,),
        "phase": _once((entry.status.phase, *entry.status.also)),
        "access": (entry.access.level,),
        **roles,
        "body": _once(actor.body for actor in entry.actors),
        "milestones": (AHEAD,) if ahead else (),
        **({"listing": listing} if register.has_departed else {}),
    }


def list_stated(entry: Initiative) -> dict[str, bool]:
    """Return, by the word that names each field, whether the source states it of `entry`."""
    roles = {actor.role for actor in entry.actors}
    return {
        "phase": entry.status.phase != NOT_STATED,
        **{role: role in roles for role in EXPECTED_ROLES},
        "access": entry.access.level != NOT_STATED,
        "data-holder": entry.access.data_holder != NOT_STATED,
        "sharing": entry.access.sharing != NOT_STATED,
        "milestones": bool(entry.milestones),
    }


def group_entries(register: Register) -> dict[str, dict[str, list[Initiative]]]:
    """Return the entries of each value of each facet, in the order of the register.

    Values stand in the order of the vocabulary; all of them are there, but for role facets, which
    have those that occur. The facet of the lists is there only if an entry has left them.
    """
    vocabulary = register.vocabulary
    groups: dict[str, dict[str, list[Initiative]]] = {
        "category": {key: [] for key in vocabulary.categories},
        "phase": {key: [] for key in vocabulary.phases},
        "access": {key: [] for key in vocabulary.access_levels},
        **{role: {key: [] for key in (*vocabulary.bodies, NOT_STATED)} for role in ROLE_FACETS},
        "body": {key: [] for key in vocabulary.bodies},
        "milestones": {AHEAD: []},
        "listing": {LISTED: [], LEFT: [], WITHDRAWN: []},
    }
    for entry in register.initiatives:
        for facet, values in list_values(register, entry).items():
            for value in values:
                groups[facet][value].append(entry)
    for facet in (*ROLE_FACETS, "listing"):
        groups[facet] = {key: entries for key, entries in groups[facet].items() if entries}
    return {facet: groups[facet] for facet in FACETS if groups[facet] or facet != "listing"}


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
