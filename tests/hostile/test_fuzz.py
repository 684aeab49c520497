"""Any text in any field: pages keep their shape, files can be read back and hold what was typed."""

import csv
import io
import json
import zlib
from collections import Counter
from functools import cache
from typing import Any

import lxml.etree
import lxml.html
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from pydantic import TypeAdapter

from exports.feeds.calendar import to_calendar
from exports.feeds.feed import to_atom
from exports.json_files import to_json, to_yaml
from exports.published_register import publish_register
from exports.tables.csv_file import BYTE_ORDER_MARK, GUARD, to_csv
from pages.all_pages import generate_pages
from register import model, publication
from register.data_files import INTERFACE
from register.lists.editions import strip_editions
from register.model import LANGUAGES
from register.reading.text_files import read_folder
from register.register import Register
from register.vocabulary import Vocabulary
from support.build import ROOT, TEMPLATES
from support.registers.hostile import (
    EDITIONS,
    STATUS_LISTS,
    FieldPath,
    fill,
    hints_of,
    read_search_words,
)
from support.registers.payloads import load_payloads
from support.yaml_loading import load_yaml
from website.entries.table_cells import SEPARATORS
from website.localized_site import LocalizedSite
from website.urls import Links

SITE_URL = "https://wco-data-initiatives.example/"
# What check_characters lets through.
typed = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Co"),
        exclude_characters="\ufffd\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
    | st.sampled_from("\n\t<>&\"'{}%#=+-@`\\|"),
    min_size=1,
    max_size=40,
)
texts = (
    st.lists(typed | st.sampled_from(load_payloads()), min_size=1, max_size=3)
    .map("".join)
    # Spaces alone are no text: the model refuses them.
    .filter(str.strip)
)


@cache
def words() -> Any:
    sources, _ = read_folder(ROOT / "data")
    adapter = TypeAdapter(dict[str, model.Bilingual])
    return adapter.validate_python(load_yaml(sources[INTERFACE]))


def make_register(chosen: list[str]) -> Register:
    """Return a register of one entry whose fields have the `chosen` texts, spread over them."""

    def set_text(path: FieldPath) -> str:
        # The lists agree on a name, or else the page marks the difference.
        # So is the status in each, or else there is a history to show.
        steps = ["status" if step == "earlier_statuses" else step for step in path]
        name = ".".join(step for step in steps if step not in EDITIONS)
        return chosen[zlib.crc32(name.encode()) % len(chosen)]

    def make(kind: type[model.Record], **slugs: Any) -> Any:
        plain = fill(
            kind, set_text, {"": "h0", "number": 1, "lists": EDITIONS, **STATUS_LISTS, **slugs}
        )
        return kind.model_validate(plain)

    vocabulary = fill(Vocabulary, set_text, {"": "h0", "printed": EDITIONS})
    for table in hints_of(Vocabulary):
        assert set(vocabulary[table]) == {"h0"}
    return Register(
        initiatives=(make(model.Initiative, former_ids="h1"),),
        vocabulary=Vocabulary.model_validate(vocabulary),
        # What a list brings stands with the entries and categories here.
        editions=strip_editions([make(model.Edition, id=edition) for edition in EDITIONS]),
        glossary=(make(model.GlossaryTerm),),
        anomalies=make(model.Anomalies),
        publication=make(publication.Publication),
        words=words(),
        fields={},
        search=read_search_words(),
        lines={"h0": 1},
    )


def skeletons(sites: list[LocalizedSite]) -> list[Counter[Any]]:
    """Return the elements of each page but paragraphs, lists and explained acronyms."""
    found = []
    for site in sites:
        for page in generate_pages(site).values():
            head, _, body = page.removeprefix("---\n").partition("\n---\n")
            keys = {"title", "description", "kind"}
            assert keys <= set(load_yaml(head)) <= keys | {"scripts", "styles"}
            tree = lxml.html.fragment_fromstring(body, create_parent="div")
            # A map's lines depend on the length of what it shows.
            for element in tree.xpath(
                "//*[@role='tooltip'] | //section[.//ul[@class='ties']] | //svg//text/*"
                # Whether the texts use the term.
                " | //details[@class='glossary__uses']"
            ):
                element.drop_tree()
            for element in tree.xpath(
                "//*[@class='acronym' or @class='acronym__short'] | //abbr"
                " | //p | //ul[not(@class)] | //li"
            ):
                element.drop_tag()
            found.append(
                Counter((str(each.tag), *sorted(map(str, each.attrib))) for each in tree.iter())
            )
    return found


def make_sites(register: Register) -> list[LocalizedSite]:
    return [
        LocalizedSite(register, language, TEMPLATES, Links(), SITE_URL) for language in LANGUAGES
    ]


@cache
def plain_skeletons() -> list[Counter[Any]]:
    return skeletons(make_sites(make_register(["plain words"])))


@settings(max_examples=20)
@given(st.lists(texts, min_size=1, max_size=6))
def test_no_text_changes_the_shape_of_a_page(chosen: list[str]) -> None:
    assert skeletons(make_sites(make_register(chosen))) == plain_skeletons()


@settings(max_examples=30)
@given(st.lists(texts, min_size=1, max_size=6))
def test_every_file_gives_the_text_back(chosen: list[str]) -> None:
    register = make_register(chosen)
    document = publish_register(register, SITE_URL)
    entry = register.initiatives[0]
    assert type(document).model_validate_json(to_json(document)) == document
    loaded = json.dumps(load_yaml(to_yaml(document)))
    assert type(document).model_validate_json(loaded) == document
    for site in make_sites(register):
        atom = "{http://www.w3.org/2005/Atom}"
        feed = lxml.etree.fromstring(to_atom(site, SITE_URL).encode())
        assert len(feed.findall(f"{atom}entry")) == 2 * len(EDITIONS)
        calendar = Calendar.from_ical(to_calendar(site, SITE_URL))
        assert [each.name for each in calendar.walk()] == ["VCALENDAR", "VEVENT"]
        table = to_csv(site, SITE_URL).removeprefix(BYTE_ORDER_MARK)
        separator = SEPARATORS[site.language]
        (row,) = csv.DictReader(io.StringIO(table, newline=""), delimiter=separator)
        said = entry.objective[site.language].replace(GUARD, "")
        assert row["objective"].replace(GUARD, "") == said
        assert not row["objective"].lstrip().startswith(tuple("=+-@＝＋－＠"))
