"""Rules for the glossary: what its terms mean."""

from collections.abc import Iterator

from register.checking.problems import Finding
from register.messages import say
from register.model import GlossaryTerm


def check_meanings(glossary: tuple[GlossaryTerm, ...]) -> Iterator[Finding]:
    """Each term has its meaning, which an acronym may lack."""
    for index, term in enumerate(glossary):
        if term.kind == "term" and term.note is None:
            yield Finding((index, "kind"), say("term-needs-note"))
