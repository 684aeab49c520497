"""Hostile texts in files for machines: they come back as typed, and are nothing but texts."""

import csv
import io
import json
import re
from pathlib import Path

import lxml.etree
import lxml.html
import openpyxl
import yaml
from icalendar import Calendar

from exports.published_register import PublishedInitiative, PublishedRegister, publish_register
from exports.tables.csv_file import BYTE_ORDER_MARK, GUARD
from register.model import LANGUAGES
from register.register import Register
from support.registers.payloads import SAFE_ADDRESS
from support.yaml_loading import load_yaml
from website.data_files import FOLDER
from website.entries.table_cells import COLUMNS, SEPARATORS

SITE_URL = "https://wco-data-initiatives.example/"


def test_feeds_and_the_sitemap_are_well_formed(hostile_site: Path, hostile: Register) -> None:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
    spaces = {"a": "http://www.w3.org/2005/Atom"}
    lxml.etree.parse(str(hostile_site / "sitemap.xml"), parser)
    for language in LANGUAGES:
        feed = lxml.etree.parse(str(hostile_site / language / "changes.xml"), parser)
        assert feed.docinfo.doctype == ""
        assert not feed.xpath("//processing-instruction() | //comment()")
        names = {element.tag.rpartition("}")[2] for element in feed.getroot().iter()}
        assert names == {
            *("feed", "id", "title", "subtitle", "updated", "author", "name", "rights"),
            *("link", "entry", "summary", "published"),
        }
        titles = feed.xpath("//a:entry/a:title/text()", namespaces=spaces)
        for entry in hostile.initiatives:
            assert any(entry.name[language] in title for title in titles), entry.name


def test_no_cell_of_a_csv_file_is_a_formula(hostile_site: Path, hostile: Register) -> None:
    for language in LANGUAGES:
        text = (hostile_site / FOLDER / f"register-{language}.csv").read_bytes().decode("utf-8")
        assert text.startswith(BYTE_ORDER_MARK)
        text = text.removeprefix(BYTE_ORDER_MARK)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=SEPARATORS[language]))
        assert len(rows) == len(hostile.initiatives)
        assert tuple(rows[0]) == COLUMNS
        for row, entry in zip(rows, hostile.initiatives, strict=True):
            expected = entry.objective[language].replace(GUARD, "")
            assert row["objective"].replace(GUARD, "") == expected
        # Spreadsheets in another language part cells elsewhere.
        for separator in (";", ",", "\t"):
            for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
                for cell in line:
                    assert not re.match(r"""[\s"']*[=+\-@＝＋－＠]""", cell), cell


def test_no_cell_of_the_workbook_is_a_formula(hostile_site: Path, hostile: Register) -> None:
    book = openpyxl.load_workbook(hostile_site / FOLDER / "register.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value
                if cell.hyperlink is not None:
                    assert SAFE_ADDRESS.match(cell.hyperlink.target), cell.hyperlink.target
    rows = book["initiatives"].iter_rows(values_only=True)
    column = next(rows).index("objective.en")
    for row, entry in zip(rows, hostile.initiatives, strict=True):
        assert row[column] == entry.objective.en


def test_the_calendar_has_its_events_and_no_other(hostile_site: Path, hostile: Register) -> None:
    for language in LANGUAGES:
        text = (hostile_site / language / "milestones.ics").read_bytes().decode("utf-8")
        calendar = Calendar.from_ical(text)
        assert {each.name for each in calendar.walk()} == {"VCALENDAR", "VEVENT"}
        events = calendar.walk("VEVENT")
        assert len(events) == len(hostile.initiatives)
        for event, entry in zip(events, hostile.initiatives, strict=True):
            assert entry.milestones[0].text[language] in str(event["summary"]), event["summary"]
            assert set(event) == {
                *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "URL", "STATUS"),
                *("TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"),
            }


def test_data_files_give_the_register_back(hostile_site: Path, hostile: Register) -> None:
    document = publish_register(hostile, SITE_URL)
    folder = hostile_site / FOLDER
    text = (folder / "register.json").read_text(encoding="utf-8")
    assert PublishedRegister.model_validate_json(text) == document
    loaded = load_yaml((folder / "register.yaml").read_bytes())
    assert PublishedRegister.model_validate_json(json.dumps(loaded)) == document
    lines = (folder / "register.jsonl").read_text(encoding="utf-8").split("\n")
    assert len(lines) == len(hostile.initiatives) + 1
    for line, entry in zip(lines, document.initiatives, strict=False):
        assert PublishedInitiative.model_validate_json(line) == entry
    for entry in document.initiatives:
        one = hostile_site / "fr" / "initiatives" / f"{entry.id}.yaml"
        # By the other parser that there is, which many readers' tools use.
        loaded = yaml.load(one.read_bytes(), yaml.CSafeLoader)
        assert PublishedInitiative.model_validate_json(json.dumps(loaded)) == entry


def test_linked_data_give_the_names_back(hostile_site: Path, hostile: Register) -> None:
    from rdflib import Graph  # slow to load, in each process that collects tests

    for name, form in (("register.ttl", "turtle"), ("register.jsonld", "json-ld")):
        graph = Graph().parse(hostile_site / FOLDER / name, format=form)
        texts = {str(each) for each in graph.objects()}
        for entry in hostile.initiatives:
            assert entry.name.en in texts, (name, entry.name.en)
            assert entry.name.fr in texts, (name, entry.name.fr)
