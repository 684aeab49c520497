"""Rules for names: whoever reads one knows which entry, body or term is meant."""

from collections.abc import Iterable

from register.checking.problems import FieldPath, Finding, Findings
from register.messages import say
from register.model import LANGUAGES, Entries, GlossaryTerm
from register.vocabulary import Vocabulary

# The longest name today has 112 characters; a longer one breaks tables and lists.
MAX_NAME = 200


def warn_untranslated(initiatives: Entries) -> Findings:
    """A working translation of a name of several words differs from the French name."""
    for index, entry in initiatives.items():
        is_ours = entry.english_name == "working translation" and not entry.draft
        if is_ours and entry.name.fr == entry.name.en and len(entry.name.fr.split()) > 1:
            yield Finding((index, "name", "en"), say("name-untranslated"))


def warn_long_names(initiatives: Entries) -> Findings:
    """A name is one, and not the whole text."""
    for index, entry in initiatives.items():
        for language in LANGUAGES:
            if len(entry.name[language]) > MAX_NAME:
                message = say("name-too-long", count=len(entry.name[language]), limit=MAX_NAME)
                yield Finding((index, "name", language), message)


def warn_same_entries(initiatives: Entries) -> Findings:
    """No two entries have the same name, or else each has a qualifier of its own."""
    yield from _find_unqualified(initiatives)
    names: list[tuple[str, FieldPath, str]] = []
    for index, entry in initiatives.items():
        for language in LANGUAGES:
            qualifier = entry.qualifier[language] if entry.qualifier else ""
            name = f"{language}: {entry.name[language]} {qualifier}"
            names.append((name, (index, "name", language), entry.id))
    yield from _find_twice(names, "entry-name-twice")


def _find_unqualified(initiatives: Entries) -> Findings:
    """Yield the entries without a qualifier whose name another one has with a qualifier."""
    owners = {entry.name.fr: entry.id for entry in initiatives.values() if entry.qualifier}
    for index, entry in initiatives.items():
        if entry.qualifier is None and (owner := owners.get(entry.name.fr)):
            message = say("qualifier-lacking", name=entry.name.fr, owner=owner)
            yield Finding((index, "name", "fr"), message)


def warn_same_bodies(vocabulary: Vocabulary) -> Findings:
    """No two bodies have the same name."""
    names = [
        (f"{language}: {body.name[language]}", ("bodies", key, "name", language), key)
        for key, body in vocabulary.bodies.items()
        for language in LANGUAGES
    ]
    yield from _find_twice(names, "body-name-twice")


def warn_same_terms(glossary: tuple[GlossaryTerm, ...]) -> Findings:
    """An acronym or term has one meaning in a language."""
    names = [
        (f"{language}: {form}", (index, language), term.id)
        for index, term in enumerate(glossary)
        for language in LANGUAGES
        for form in dict.fromkeys((term[language].short, *term[language].forms))
    ]
    yield from _find_twice(names, "term-twice")


def check_meanings(glossary: tuple[GlossaryTerm, ...]) -> Findings:
    """Each term has its meaning, which an acronym may lack."""
    for index, term in enumerate(glossary):
        if term.kind == "term" and term.note is None:
            yield Finding((index, "kind"), say("term-needs-note"))


def _find_twice(names: Iterable[tuple[str, FieldPath, str]], message: str) -> Findings:
    """Yield where a name is that of another owner: names with language, place and owner's id."""
    first: dict[str, tuple[str, FieldPath]] = {}
    reported: set[str] = set()
    for name, where, owner in names:
        other, place = first.setdefault(name, (owner, where))
        if other != owner and owner not in reported:
            reported.add(owner)
            shown = name.partition(": ")[2].strip()
            yield Finding(where, say(message, name=shown, owner=other), place)
