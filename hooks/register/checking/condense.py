"""Many problems of one cause, reported as that cause: a renamed id, a file cut short."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from register.checking.problems import Problem, place_at
from register.data_files import INITIATIVES
from register.messages import Value, say
from register.reading.document import Document, Documents

# Problems that say the same of a value, in one place each.
_EVERYWHERE = {"unknown-value": "unknown-everywhere", "no-entry": "no-entry-everywhere"}
# From so many places on, the value is reported once.
_SAME = 3
# So many entries that others name do not go at once: then a part of the file is gone.
_LOST = 6
_INCOMPLETE = ("field-missing", "fields-missing", "expected-found")


def condense(problems: Iterable[Problem], documents: Documents) -> list[Problem]:
    """Return `problems` of the `documents`, with one in place of those that follow from another."""
    kept = _condense_lost(list(problems), documents[INITIATIVES])
    kept = _condense_pasted(kept, documents[INITIATIVES])
    return _condense_same(kept)


def _condense_same(problems: Sequence[Problem]) -> list[Problem]:
    """Report a value that is unknown in many places once, at the first of them."""
    places: dict[tuple[tuple[str, Value], ...], list[Problem]] = {}
    for problem in problems:
        if problem.message.id in _EVERYWHERE:
            places.setdefault(problem.message.values, []).append(problem)
    many = [same for same in places.values() if len(same) >= _SAME]
    condensed = {id(problem) for same in many for problem in same}
    kept = [problem for problem in problems if id(problem) not in condensed]
    for same in many:
        first = min(same, key=lambda each: (each.path, each.line, each.column))
        message = first.message
        said = say(_EVERYWHERE[message.id], count=len(same), **dict(message.values))
        permanent = say("id-permanent") if message.id == "unknown-value" else None
        said = said.then(*message.more, permanent)
        kept.append(replace(first, message=said))
    return kept


def _condense_lost(problems: list[Problem], entries: Document) -> list[Problem]:
    """Report the entries that are named and are not there as one problem, if they are many."""
    lost = [problem for problem in problems if problem.message.id == "no-entry"]
    ids = tuple(dict.fromkeys(str(dict(each.message.values)["id"]) for each in lost))
    if len(ids) < _LOST:
        return problems
    line, column = place_at(entries.source, len(entries.source.rstrip()))
    message = say("entries-lost", count=len(ids), places=len(lost), ids=ids)
    gone = ("no-entry", "ids-lost")
    kept = [problem for problem in problems if problem.message.id not in gone]
    return [*kept, Problem(path=entries.path, line=line, column=column, message=message)]


def _condense_pasted(problems: list[Problem], entries: Document) -> list[Problem]:
    """Report an entry that begins in the middle of another, whose fields then follow it."""
    has_twice = any(each.message.id == "yaml-key-twice" for each in problems)
    if not has_twice or entries.parts is None:
        return problems
    for index in range(1, len(entries.parts)):
        before, here = entries.name((index - 1,)), entries.name((index,))
        first = entries.lines[index] + 1
        last = entries.lines[index + 1] if index + 1 < len(entries.lines) else None
        twice = [
            problem
            for problem in problems
            if problem.path == entries.path
            and problem.message.id == "yaml-key-twice"
            and first <= problem.line <= (last or problem.line)
        ]
        lacking = [
            problem
            for problem in problems
            if problem.where[:1] == before and problem.message.id in _INCOMPLETE
        ]
        if twice and lacking:
            line = min(problem.line for problem in twice)
            message = say("entry-pasted", id=str(here[0]), into=str(before[0]), line=line)
            pasted = Problem(path=entries.path, line=first, where=here, message=message)
            rest = [problem for problem in problems if problem not in (*twice, *lacking)]
            return [*rest, pasted]
    return problems
