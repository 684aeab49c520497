"""The hostile register (tests/hostile/payloads.yaml): in no output it gets out of its text."""

import copy
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import lxml.etree
import lxml.html
import pytest

from register.model import LANGUAGES
from register.register import Register
from register.vocabulary import Vocabulary
from support.registers.hostile import MARK, set_payloads
from support.registers.payloads import (
    GROUP,
    PLAIN,
    SAFE_ADDRESS,
    entry_count,
    entry_id,
    load_groups,
    load_payloads,
    numbers_of,
)

# What a template, a macro, a shell or a spreadsheet would make of 1234*5678.
EVALUATED = re.compile(r"7[,.\s\u00a0\u202f]?006[,.\s\u00a0\u202f]?652")
ADDRESSES = (
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "srcdoc",
    "background",
)


@cache
def parse(page: Path) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(page.read_text(encoding="utf-8"))


def pages(site: Path) -> list[Path]:
    """Return every page of the hosted site, the offline edition and the single files."""
    folders = [site, site.parent / "offline", site.parent / "dist"]
    found = [page for folder in folders for page in sorted(folder.rglob("*.html"))]
    assert len(found) > 4 * entry_count()
    return found


def entry_pages(site: Path, language: str) -> Iterator[tuple[int, Path]]:
    for number in range(entry_count()):
        yield number, site / language / "initiatives" / entry_id(number) / "index.html"


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def shown(tree: lxml.html.HtmlElement) -> str:
    """Return the text of a page as typed: without the explanations of its acronyms."""
    return squeeze("".join(tree.xpath("//text()[not(ancestor::*[@role='tooltip'])]")))


def test_nothing_is_evaluated(hostile_site: Path) -> None:
    packed = {".png", ".zip", ".xlsx", ".docx"}
    for path in sorted(hostile_site.parent.rglob("*")):
        if path.is_file() and path.suffix not in {*packed, ".js", ".css", ".map"}:
            assert not EVALUATED.search(path.read_text(encoding="utf-8")), path
        if path.suffix == ".docx":
            with ZipFile(path) as document:
                text = document.read("word/document.xml").decode()
            assert not EVALUATED.search(text), path


def test_pages_have_only_elements_and_attributes_of_the_real_site(
    hostile_site: Path, built_site: Path, unpacked: Path, editions: Path
) -> None:
    def kinds(page: Path) -> set[tuple[str, str]]:
        return {
            (str(element.tag), str(name))
            for element in parse(page).iter()
            if isinstance(element.tag, str)
            for name in (*element.attrib, "")
        }

    real: set[tuple[str, str]] = set()
    for folder in (built_site, unpacked, editions):
        for page in folder.rglob("*.html"):
            real |= kinds(page)
    # What the real register happens not to use.
    real |= {("meta", "http-equiv"), ("strong", ""), ("script", "data-target"), ("h5", "id")}
    # The heads of a table with many categories.
    real |= {("th", "class"), ("th", "title")}
    for page in pages(hostile_site):
        assert kinds(page) <= real, (page, kinds(page) - real)


def test_addresses_lead_to_pages_and_scripts_are_files(hostile_site: Path) -> None:
    for page in pages(hostile_site):
        tree = parse(page)
        for name in ADDRESSES:
            for value in tree.xpath(f"//@{name}"):
                assert SAFE_ADDRESS.match(str(value)), (page, name, value)
        for refresh in tree.xpath("//meta[@http-equiv='refresh']/@content"):
            assert re.fullmatch(r"0; url=[./a-z0-9-]+", str(refresh)), (page, refresh)
        for target in tree.xpath("//script/@data-target"):
            assert re.fullmatch(r"[./a-z0-9-]+", str(target)), (page, target)
        for script in tree.xpath("//script[@src]"):
            assert re.fullmatch(r"[./]*assets/[\w./-]+\.js", script.get("src")), page


def test_scripts_within_pages_are_the_same_on_every_page(hostile_site: Path) -> None:
    for folder in (hostile_site, hostile_site.parent / "offline"):
        texts = {
            re.sub(r'new URL\("[./]*"', "new URL(", script.text or "")
            for page in folder.rglob("*.html")
            for script in parse(page).xpath("//script[not(@src) and not(contains(@type, 'json'))]")
        }
        assert len(texts) <= 3, texts


def skeleton(page: Path) -> Counter[tuple[str, tuple[str, ...]]]:
    """Return how often each element with each set of attributes stands in a page.

    Left out is what a text may lawfully make: paragraphs, lists, explained acronyms; and what
    depends on a page's place among the others.
    """
    tree = copy.deepcopy(parse(page))
    for element in tree.xpath(
        "//section[.//ul[@class='ties']] | //nav[contains(@class, 'neighbours')]"
        " | //link[@rel='prev' or @rel='next'] | //*[@role='tooltip']"
    ):
        element.drop_tree()
    for element in tree.xpath(
        "//*[@class='acronym' or @class='acronym__short'] | //abbr | //p | //ul[not(@class)] | //li"
    ):
        element.drop_tag()
    return Counter((str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_an_entry_is_built_like_the_page_of_a_harmless_one(
    hostile_site: Path, language: str
) -> None:
    numbered = entry_pages(hostile_site, language)
    harmless = skeleton(next(numbered)[1])
    for number, page in numbered:
        found = skeleton(page)
        texts = load_groups(language)[number]
        assert found == harmless, (texts, found - harmless, harmless - found)


def test_every_field_of_an_entry_shows_as_typed(hostile_site: Path) -> None:
    typed = re.escape(squeeze(PLAIN + MARK))
    found = [(number, shown(parse(page))) for number, page in entry_pages(hostile_site, "fr")]
    # Which fields an entry's page shows is known from harmless entries. The vocabulary's have many.
    fields = set.intersection(
        *(set(re.findall(rf"{typed}([a-z_.]+?\.fr)", text)) for _, text in found[2:4])
    )
    vocabulary = tuple(f"{table}." for table in Vocabulary.model_fields)
    fields = {field for field in fields if not field.startswith(vocabulary)}
    assert len(fields) > 12, fields
    for number, text in found:
        for field in fields:
            plain = set_payloads(number)(tuple(field.split(".")))
            # "- " at the beginning of a line makes a list, where a text may have lists.
            forms = (plain, re.sub(r"(?m)^\s*- ", "", plain))
            assert any(squeeze(form) in text for form in forms), (plain, field)


def test_search_documents_are_data_and_hold_each_text(
    hostile_site: Path, hostile: Register
) -> None:
    """They are a script that calls one function with JSON; the browser tests show the results."""
    for language in LANGUAGES:
        script = (hostile_site / language / "search" / "documents.js").read_text(encoding="utf-8")
        data = script.removeprefix("receiveDocuments(").removesuffix(");\n")
        by_url = {document["url"]: document for document in json.loads(data)["documents"]}
        for entry in hostile.initiatives:
            document = by_url[f"initiatives/{entry.id}/"]
            assert document["name"] == entry.name[language]
            # Items of lists are texts by themselves, without what marks them as items.
            text = re.sub(r"(?m)^- ", "", entry.description[language])
            assert squeeze(text) in squeeze("".join(document["texts"]))


def test_page_data_hold_text_only(hostile_site: Path, hostile: Register) -> None:
    for language in LANGUAGES:
        for number, page in entry_pages(hostile_site, language):
            (script,) = parse(page).xpath("//script[@type='application/ld+json']")
            data = json.loads(script.text)["@graph"][0]
            assert data["abstract"] == hostile.initiatives[number].objective[language]


def test_every_payload_is_in_an_entry_of_each_language() -> None:
    assert len(load_payloads()) > 250
    for language in LANGUAGES:
        assert all(numbers_of(text, language) for text in load_payloads())
        assert len(load_groups(language)) == entry_count() > 2 * GROUP


def test_every_payload_begins_a_text_of_an_entry(hostile: Register) -> None:
    def texts_of(value: object, language: str) -> Iterator[str]:
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            if isinstance(each, str):
                yield from [each] if key == language else []
            elif isinstance(each, (dict, list, tuple)):
                yield from texts_of(each, language)

    entries = [entry.model_dump() for entry in hostile.initiatives]
    for language in LANGUAGES:
        texts = {each for entry in entries for each in texts_of(entry, language)}
        begun = {text for text in load_payloads() if any(each.startswith(text) for each in texts)}
        assert begun == set(load_payloads())
