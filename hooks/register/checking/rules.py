"""Every rule of the register beyond the types of its fields, in one list.

A rule is a generator of findings. The docstring of each states what holds; a finding is where it
does not.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from register.checking import words
from register.checking.entries import ids, names, references, relations
from register.checking.lists import advice, editions
from register.checking.problems import Finding, Findings, Problem, Severity
from register.checking.schema.validation import validate
from register.checking.suggestions import to_slug
from register.data_files import (
    ANOMALIES,
    EDITIONS,
    FIELDS,
    GLOSSARY,
    INITIATIVES,
    INTERFACE,
    PUBLICATION,
    VOCABULARY,
)
from register.field_types import SLUG_PATTERN
from register.model import Initiative
from register.reading.document import Document, Documents
from register.reading.parse import REMEMBERED
from register.reading.parsed_text import ParsedText
from register.vocabulary import Vocabulary

# Every id that an entry has; known only if that of each entry is.
ALL_IDS = "ids"
# The day of the check; not known to a build, which gives the same at any time.
TODAY = "today"
# The words of the interface that pages need; known only where the schemas are.
NEEDED_WORDS = "needed words"
# The ids of entries that were published.
EARLIER_IDS = "earlier ids"


# The models of the files by their names, and what else rules look at.
Known = Mapping[str, Any]


class Rule(NamedTuple):
    """A rule, the file in which its findings are, and what must be valid for it to be checked."""

    file: str
    check: Callable[..., Findings]
    needs: tuple[str, ...]


# Rules for an entry by itself, and the vocabulary that it points into.
ENTRY_RULES: tuple[Callable[[Initiative, Vocabulary], Findings], ...] = (
    references.check_values,
    references.check_given_once,
    relations.check_self,
    ids.check_component_ids,
)
RULES = (
    Rule(INITIATIVES, ids.check_ids, (INITIATIVES,)),
    Rule(INITIATIVES, relations.check_targets, (INITIATIVES, ALL_IDS)),
    Rule(INITIATIVES, relations.check_stated_once, (INITIATIVES,)),
    Rule(INITIATIVES, editions.check_numbers, (INITIATIVES, EDITIONS)),
    Rule(INITIATIVES, editions.check_statuses, (INITIATIVES, EDITIONS)),
    Rule(EDITIONS, ids.check_list_ids, (EDITIONS,)),
    Rule(EDITIONS, editions.check_places, (EDITIONS, INITIATIVES, ALL_IDS)),
    Rule(EDITIONS, editions.check_moves, (EDITIONS, INITIATIVES, VOCABULARY, ALL_IDS)),
    Rule(EDITIONS, editions.check_order, (EDITIONS,)),
    Rule(EDITIONS, editions.check_titles, (EDITIONS, VOCABULARY)),
    Rule(VOCABULARY, references.check_vocabulary, (VOCABULARY, EDITIONS)),
    Rule(GLOSSARY, ids.check_list_ids, (GLOSSARY,)),
    Rule(GLOSSARY, names.check_meanings, (GLOSSARY,)),
    Rule(ANOMALIES, ids.check_anomaly_ids, (ANOMALIES,)),
    Rule(ANOMALIES, references.check_anomaly_groups, (ANOMALIES,)),
    Rule(ANOMALIES, references.check_anomaly_entries, (ANOMALIES, ALL_IDS)),
    Rule(INTERFACE, words.check_placeholders, (INTERFACE,)),
    Rule(INTERFACE, words.check_words, (INTERFACE, NEEDED_WORDS)),
    Rule(FIELDS, words.check_fields, (FIELDS,)),
)
# What may be meant so, and is said beside any error.
DOUBTS = (Rule(INITIATIVES, ids.warn_lost, (INITIATIVES, ALL_IDS, EARLIER_IDS)),)
# What could be better.
ADVICE = (
    Rule(VOCABULARY, references.warn_unused, (VOCABULARY, INITIATIVES)),
    Rule(EDITIONS, advice.warn_gaps, (EDITIONS, INITIATIVES)),
    Rule(EDITIONS, advice.warn_few, (EDITIONS, INITIATIVES)),
    Rule(EDITIONS, advice.warn_swapped, (EDITIONS, INITIATIVES)),
    Rule(EDITIONS, advice.warn_lists_ahead, (EDITIONS, TODAY)),
    Rule(PUBLICATION, advice.warn_as_of, (PUBLICATION, EDITIONS)),
    Rule(PUBLICATION, advice.warn_as_of_ahead, (PUBLICATION, TODAY)),
    Rule(VOCABULARY, names.warn_same_bodies, (VOCABULARY,)),
    Rule(GLOSSARY, names.warn_same_terms, (GLOSSARY,)),
    Rule(INITIATIVES, names.warn_untranslated, (INITIATIVES,)),
    Rule(INITIATIVES, names.warn_same_entries, (INITIATIVES,)),
    Rule(INITIATIVES, names.warn_long_names, (INITIATIVES,)),
    Rule(INITIATIVES, advice.warn_done_ahead, (INITIATIVES, PUBLICATION)),
)


def check_rules(documents: Documents, models: Known, beside: Known) -> Iterator[Problem]:
    """Yield what the `models` of the files, which are in `documents`, break of the rules.

    `models` are those that `validation.validate_documents` returns, `beside` has what the files
    beside the data know.
    """
    known = {**models, **beside, ALL_IDS: find_ids(documents[INITIATIVES])}
    yield from _apply(DOUBTS, documents, known, "warning")
    yield from _apply(RULES, documents, known, "error")
    yield from _check_entries(documents, models)


def advise(documents: Documents, models: Known, today: date | None) -> Iterator[Problem]:
    """Yield what could be better in valid `models`; with `today`, also dates that have not come."""
    yield from _apply(ADVICE, documents, {**models, TODAY: today}, "warning")


def _apply(
    rules: tuple[Rule, ...],
    documents: Documents,
    known: Known,
    severity: Severity,
) -> Iterator[Problem]:
    for rule in rules:
        needed = [known[name] for name in rule.needs]
        if None not in needed:
            for finding in rule.check(*needed):
                yield documents[rule.file].report(finding, severity)


def _check_entries(documents: Documents, models: Known) -> Iterator[Problem]:
    """Yield what is wrong with each of the valid entries by itself."""
    document = documents[INITIATIVES]
    entries = document.entries
    if models[VOCABULARY] is None or entries is None:
        return
    for index in models[INITIATIVES]:
        for finding in _check_entry(entries[index], documents[VOCABULARY].parsed):
            yield document.report(finding.below(index), "error")


@lru_cache(maxsize=REMEMBERED)
def _check_entry(parsed: ParsedText, vocabulary: ParsedText) -> tuple[Finding, ...]:
    """Return what is wrong with a valid entry, by places within it."""
    entry, tables = validate(INITIATIVES, parsed).model, validate(VOCABULARY, vocabulary).model
    return tuple(found for rule in ENTRY_RULES for found in rule(entry, tables))


def find_ids(document: Document) -> dict[str, None] | None:
    """Return the ids of all entries, valid or not, in their order; None if some are not known.

    A malformed id also counts under its corrected spelling, so that one mistake is reported once.
    """
    if document.entries is None:
        return None
    entries = document.entries
    values = [entry.values[0] for entry in entries]
    found = [value.get("id") if isinstance(value, dict) else None for value in values]
    known = [each for each in found if isinstance(each, str) and each]
    if len(known) < len(found) or not (document.parsed.is_whole or document.parsed.lost_ids):
        return None
    known += document.parsed.lost_ids
    corrected = (to_slug(each) for each in known if not re.search(SLUG_PATTERN, each))
    return dict.fromkeys([*known, *corrected])
