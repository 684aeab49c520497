"""The ids of new entries, and whether those that the editor gives can be."""

import re
from collections.abc import Sequence

from msgspec.structs import replace
from pydantic import TypeAdapter, ValidationError

from importing.answers import Answers, parse_row
from importing.planned import PlannedList, Twins
from importing.readers.tables import ImportFault
from register.checking.suggestions import explain_no_entry, to_slug
from register.field_types import Slug
from register.messages import say
from register.register import Register

# A permanent address should be short enough to read out.
_LENGTH = 48
_SHORT = 5
_SLUG: TypeAdapter[str] = TypeAdapter(Slug)


def check_ids(register: Register, answers: Answers) -> None:
    """Raise `ImportFault` for an id in an answer that is not there, or cannot be a new one."""
    ids = dict.fromkeys(entry.id for entry in register.initiatives)
    wanted = [value for value in answers.same.values() if parse_row(value) is None]
    for value in (*wanted, *answers.renamed):
        if value not in ids and not _is_done(value, register, answers):
            raise ImportFault(explain_no_entry(value, ids))
    taken = {*ids, *(old for entry in register.initiatives for old in entry.former_ids)}
    for value in (*answers.ids.values(), *answers.renamed.values()):
        if not is_possible_id(value):
            instead = to_slug(value)[:60]
            raise ImportFault(say("import-id-impossible", id=value, instead=instead))
    for old, value in answers.renamed.items():
        if value in taken and not _is_done(old, register, answers):
            raise ImportFault(say("import-id-taken", id=value))


def _is_done(old: str, register: Register, answers: Answers) -> bool:
    """Return whether an entry has its new id already, by an earlier run of the same import."""
    entry = register.by_id.get(answers.renamed.get(old, ""))
    return entry is not None and old in entry.former_ids


def name_new(
    lists: Sequence[PlannedList], register: Register, answers: Answers, twins: Twins
) -> list[PlannedList]:
    """Return the lists with an id for each new row, the same for a row and its twin."""
    taken = {entry.id for entry in register.initiatives}
    taken |= {old for entry in register.initiatives for old in entry.former_ids}
    chosen: dict[str, str] = {}
    said = {
        f"{kind}:{number}" if kind else str(number): value
        for (kind, number), value in answers.same.items()
        if parse_row(value)
    }
    said |= {value: key for key, value in said.items()}
    named = []
    for each in lists:
        rows = []
        for row in each.rows:
            if not row.is_new:
                rows.append(row)
                continue
            twin = said.get(row.key) or said.get(str(row.row.number)) or twins.get(row.key, "")
            wanted = answers.id_of(each.found.kind, row.row.number)
            if wanted in taken and chosen.get(twin) != wanted:
                raise ImportFault(say("import-id-taken", id=wanted))
            entry_id = chosen.get(twin) or wanted or _make_id(row.row.name, taken)
            taken.add(entry_id)
            chosen[row.key] = entry_id
            rows.append(replace(row, entry_id=entry_id))
        named.append(replace(each, rows=tuple(rows)))
    return named


def _make_id(name: str, taken: set[str]) -> str:
    """Return an id for a new entry, made of the first words of its name."""
    words = to_slug(re.sub(r"[’']", "-", name)).split("-")
    kept = [word for word in words if word]
    if len("-".join(kept)) > _LENGTH:
        # Cut behind a whole word, and not behind "de" or "pour".
        while len(kept) > 1 and (len("-".join(kept)) > _LENGTH or len(kept[-1]) < _SHORT):
            kept.pop()
    start = "-".join(kept)[:_LENGTH].strip("-") or "entry"
    number, candidate = 1, start
    while candidate in taken or not is_possible_id(candidate):
        number += 1
        candidate = f"{start}-{number}"
    return candidate


def is_possible_id(text: str) -> bool:
    """Return whether an entry may have the id `text`: a few names are taken by the site."""
    try:
        _SLUG.validate_python(text)
    except ValidationError:
        return False
    return True
