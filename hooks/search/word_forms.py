"""Equivalent forms: acronyms and their long forms in both languages, synonyms."""

import re

from msgspec import Struct

from register.model import GlossaryForm, GlossaryTerm
from website.localized_site import LocalizedSite

# The second form in brackets after a long form: "… (anglais Cargo Targeting System)".
_ASIDE = re.compile(r"^(?P<form>[^()]*?)\s*\((?:anglais )?(?P<aside>[^()]*)\)$")
_NO_FORM = ("anglais", "sigle anglais", "French acronym")


def list_groups(site: LocalizedSite) -> list[list[str]]:
    """Return the synonyms of a language: lists of words, phrases, and names in both languages."""
    groups = [list(group) for group in site.register.search.synonyms[site.language]]
    terms = [term for term in site.register.glossary if term.kind == "term"]
    groups += [list_short_forms(term) for term in terms if term.fr.short != term.en.short]
    return groups


def list_acronyms(site: LocalizedSite) -> list[list[str]]:
    """Return the forms of each acronym that has several, in both languages."""
    groups = []
    for term in site.register.glossary:
        forms = [*list_short_forms(term), *_long_forms(term.fr), *_long_forms(term.en)]
        if term.kind == "acronym" and len(set(forms)) > 1:
            groups.append(list(dict.fromkeys(forms)))
    return groups


def list_short_forms(term: GlossaryTerm) -> list[str]:
    """Return the short forms of a term in both languages, and other forms used in the texts."""
    forms = (term.fr.short, term.en.short, *term.fr.also, *term.en.also)
    return list(dict.fromkeys((*forms, *term.fr.forms, *term.en.forms)))


class TermFinder(Struct, frozen=True, kw_only=True):
    """Finds a glossary term in names."""

    # Its short forms, as written.
    forms: list[str]
    # What it is found by: its long and short forms casefolded, and a pattern of the short ones.
    longs: tuple[str, ...]
    shorts: tuple[str, ...]
    pattern: str

    def finds_in(self, name: str) -> bool:
        """Return whether `name`, which is casefolded, has a short or long form of it."""
        for long in self.longs:
            if long in name:
                return True
        # Most names have none of them, which is seen faster without the pattern.
        for short in self.shorts:
            if short in name:
                return re.search(self.pattern, name) is not None
        return False


def make_finder(term: GlossaryTerm) -> TermFinder:
    """Return the finder of `term`."""
    forms = list_short_forms(term)
    shorts = tuple(form.casefold() for form in forms)
    names = "|".join(map(re.escape, shorts))
    longs = (*_long_forms(term.fr), *_long_forms(term.en))
    return TermFinder(
        forms=forms,
        longs=tuple(long.casefold() for long in longs),
        shorts=shorts,
        pattern=rf"(?<![\w-])(?:{names})(?![\w-])",
    )


def _long_forms(form: GlossaryForm) -> list[str]:
    if form.long is None:
        return []
    match = _ASIDE.match(form.long)
    if match is None:
        return [form.long]
    return [part for part in (match["form"], match["aside"]) if part and part not in _NO_FORM]
