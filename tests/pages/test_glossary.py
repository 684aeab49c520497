"""The glossary: who uses a term, and the way there from the texts."""

import re

import pytest

from pages.reference.glossary import find_users
from register.model import LANGUAGES, Bilingual, GlossaryForm, GlossaryTerm, Initiative, Language
from register.register import Register
from search.word_forms import list_acronyms
from website.localized_site import LocalizedSite
from website.text.glossary_finder import GlossaryFinder
from website.text.prose import Prose


def texts_of(site: LocalizedSite, entry: Initiative) -> str:
    """Return all texts of `entry` in the language, found by walking its fields."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if set(value) == {"fr", "en"}:
                found.append(value[site.language])
            else:
                for each in value.values():
                    walk(each)
        elif isinstance(value, list | tuple):
            for each in value:
                walk(each)

    vocabulary = site.register.vocabulary
    meetings = {each.meeting for each in entry.milestones if each.meeting}
    bodies = {actor.body for actor in entry.actors}
    bodies |= {vocabulary.meetings[meeting].body for meeting in meetings}
    walk(entry.model_dump())
    walk([vocabulary.meetings[meeting].model_dump() for meeting in meetings])
    walk([vocabulary.bodies[body].model_dump(include={"name", "short"}) for body in bodies])
    return "\n".join(found)


def split(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


def is_form(words: list[str], form: list[str], kind: str, language: Language) -> bool:
    """Return whether `words` are `form`, but for plurals and, in a term, capitals."""
    if len(words) != len(form):
        return False
    if kind == "acronym":
        singular = words[-1].removesuffix("s") if language == "en" else words[-1]
        return words[:-1] == form[:-1] and form[-1] in (words[-1], singular)
    lower = [word[0].lower() + word[1:] for word in words]
    return all(
        expected in (one, one.removesuffix("s"), two, two.removesuffix("s"))
        for one, two, expected in zip(words, lower, form, strict=True)
    )


def find_plainly(site: LocalizedSite, text: str) -> set[str]:
    """Return the ids of the terms in `text`, read word by word, the longest form first."""
    language = site.language
    forms = [
        (form, split(form), term)
        for term in site.register.glossary
        for form in (term[language].short, *term[language].forms)
    ]
    forms.sort(key=lambda each: -len(each[0]))
    words, place, ids = split(text), 0, set()
    while place < len(words):
        for _, form, term in forms:
            if is_form(words[place : place + len(form)], form, term.kind, language):
                ids.add(term.id)
                place += len(form) - 1
                break
        place += 1
    return ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_uses_are_those_that_a_plain_search_finds(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    users = find_users(site)
    for entry in site.register.initiatives:
        found = {term for term, entries in users.items() if entry in entries}
        assert found == find_plainly(site, texts_of(site, entry)), entry.id


# A bug arrives as a new case: the language, a text, and the ids of the terms that it uses.
USES: list[tuple[Language, str, set[str]]] = [
    ("en", "More than 100 CUGs a year, for NCPs.", {"cug", "ncp"}),
    ("en", "KPIs and DMRs, not CUGS.", {"kpi", "dmr"}),
    ("fr", "Le programme OMD-SECO et les normes BRI/PNR.", {"wco", "seco", "bri", "pnr"}),
    ("fr", "OMD (DRC) – GTDS ; des images à rayons X/CT", {"wco", "cbd", "wgds", "ct"}),
    ("fr", "CENcomm, iCEN, nCEN", {"cencomm", "icen", "ncen"}),
    ("fr", "Le CG-CKR examine l’IA-SH.", {"rkc-mc", "ai-hs"}),
    ("fr", "Les décisions anticipées. Remises de droits.", {"advance-ruling", "duty-remission"}),
    ("en", "Advance Rulings by HS code", {"advance-ruling", "hs-code"}),
    ("fr", "Dossiers d’information et pairs\névaluateurs", {"information-package", "peer-review"}),
    ("en", "Members of the club, but no members.", {"member"}),
    ("en", "Released and remembered: nothing here.", set()),
    ("fr", "Le MD et les Nations Unies", {"wco-dm", "un"}),
]


@pytest.mark.parametrize(("language", "text", "ids"), USES)
def test_plurals_compounds_and_capitals_are_uses(
    register: Register, language: Language, text: str, ids: set[str]
) -> None:
    assert GlossaryFinder(register.glossary, language).find_ids(text) == ids


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_explained_is_one_that_the_texts_use(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    users = find_users(site)
    terms = [term for term in site.register.glossary if term.kind == "term"]
    assert [term.id for term in terms if not users.get(term.id)] == []


def test_a_name_written_in_full_is_not_explained() -> None:
    form = GlossaryForm(short="UN", long="United Nations", forms=("United Nations",))
    term = GlossaryTerm(id="un", fr=form, en=form)
    prose = Prose(GlossaryFinder([term], "en"), "en", "glossary/#{}".format)
    assert [each.meaning for each in prose.line("United Nations")] == [""]
    assert [each.meaning for each in prose.line("The UN.")] == ["", "United Nations", ""]


def test_a_term_is_explained_once_on_a_page_and_an_acronym_in_each_text() -> None:
    ruling = GlossaryTerm(
        id="ruling",
        kind="term",
        fr=GlossaryForm(short="décision"),
        en=GlossaryForm(short="ruling"),
        note=Bilingual(fr="Réponse.", en="An answer."),
    )
    wco = GlossaryTerm(
        id="wco", fr=GlossaryForm(short="OMD"), en=GlossaryForm(short="WCO", long="World")
    )
    prose = Prose(GlossaryFinder([ruling, wco], "en"), "en", "glossary/#{}".format)

    def read() -> list[tuple[str, str, str]]:
        line = prose.line("Rulings, a ruling, of the WCO and the WCO")
        return [(each.text, each.meaning, each.link) for each in line if each.meaning]

    first = [("Rulings", "An answer.", "glossary/#ruling"), ("WCO", "World", "glossary/#wco")]
    assert read() == first
    # Whoever comes to it by keyboard comes to a link, not to bare text.
    assert read() == [("WCO", "World", "glossary/#wco")]
    prose.start_entry()
    assert read() == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_expansion_says_of_its_language_is_no_name_to_search_for(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    names = {name for group in list_acronyms(sites[language]) for name in group}
    assert {"Cargo Targeting System", "Customs Enforcement Network"} <= names
    assert not names & {"anglais", "sigle anglais", "French acronym"}
