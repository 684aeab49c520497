"""Forms that stand for one another: acronyms and their meanings in both languages, synonyms."""

import re

from pages.language_site import LanguageSite
from register.model import Bilingual, GlossaryForm, GlossaryTerm

# What a glossary's expansion says beside itself: "… (anglais Cargo Targeting System)".
_ASIDE = re.compile(r"^(?P<form>[^()]*?)\s*\((?:anglais )?(?P<aside>[^()]*)\)$")
_NO_FORM = ("anglais", "sigle anglais", "French abbreviation")


def list_groups(site: LanguageSite) -> list[list[str]]:
    """Return the synonyms of a language, each a list of words and phrases."""
    return [list(group) for group in site.register.search.synonyms[site.language]]


def list_acronyms(site: LanguageSite) -> list[list[str]]:
    """Return the forms of each glossary term that has several, in both languages."""
    groups = []
    for term in site.register.glossary:
        forms = list_short_forms(term)
        for form in (term.fr, term.en):
            forms += _long_forms(form)
        forms = list(dict.fromkeys(forms))
        if len(forms) > 1:
            groups.append(forms)
    return groups


def list_short_forms(term: GlossaryTerm) -> list[str]:
    """Return the short forms of a term in both languages, and others met in the source."""
    return list(dict.fromkeys((term.fr.short, term.en.short, *term.fr.also, *term.en.also)))


def is_named_in(term: GlossaryTerm, name: Bilingual) -> bool:
    """Tell whether a name has the term, short or in full, in either language."""
    names = (name.fr.casefold(), name.en.casefold())
    if any(long.casefold() in each for each in names for long in _all_long_forms(term)):
        return True
    shorts = [re.escape(short.casefold()) for short in list_short_forms(term)]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(shorts)})(?![\w-])")
    return any(pattern.search(each) for each in names)


def _all_long_forms(term: GlossaryTerm) -> list[str]:
    return [*_long_forms(term.fr), *_long_forms(term.en)]


def _long_forms(form: GlossaryForm) -> list[str]:
    if form.long is None:
        return []
    match = _ASIDE.match(form.long)
    if match is None:
        return [form.long]
    return [part for part in (match["form"], match["aside"]) if part and part not in _NO_FORM]
