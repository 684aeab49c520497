"""What became of entries: left out by the latest list, withdrawn, with a status that changed."""

import csv
import io
import json

import lxml.html
import pytest
import yaml

from exports.feeds.feed import list_feed_items
from exports.json_files import to_json
from exports.published_register import publish_register
from exports.tables.csv_file import to_csv
from exports.tables.flat_tables import make_tables
from pages.all_pages import list_pages
from register.checking.problems import RegisterError
from register.data_files import EDITIONS, INITIATIVES
from register.lists.statuses import list_status_changes
from register.load import build_register
from register.model import LANGUAGES, Language
from register.register import Register
from support.registers.next_list import GONE, NEXT, SITE_URL, add_list, make_site
from support.yaml_loading import load_yaml

PHASES = "summary-2024", "detailed-2023"
STATUS = """\
  status:
    list: {list}
    phase: {phase}
    basis: stated
    text: {{fr: "Maintenant.", en: "Now."}}
  earlier_statuses:
    - list: {before}
      phase: {earlier}
      printed: Projet
      basis: stated
      text: {{fr: "Avant.", en: "Before."}}
"""
WITHDRAWN = """\
  withdrawn:
    date: "2025-05"
    note: {fr: "Un autre outil la remplace.", en: "Another tool replaces it."}
"""


def change(sources: dict[str, str], entry: str, text: str, field: str = "") -> dict[str, str]:
    """Return `sources` with `text` in the entry, in place of its `field` or before `access`."""
    head, mark, rest = sources[INITIATIVES].partition(f"- id: {entry}\n")
    assert mark
    lines = rest.split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith(f"  {field or 'access'}:"))
    end = start
    if field:
        end = next(n for n in range(start + 1, len(lines)) if lines[n][2:3].strip())
    lines[start:end] = text.rstrip("\n").split("\n")
    return {**sources, INITIATIVES: head + mark + "\n".join(lines)}


def set_status(sources: dict[str, str], entry: str, **values: str) -> dict[str, str]:
    given = {"list": NEXT, "before": "detailed-2023", **values}
    return change(sources, entry, STATUS.format(**given), "status")


@pytest.fixture(scope="module")
def later(register: Register) -> Register:
    """A third list that lacks an entry, and brings statuses; one more entry was withdrawn."""
    sources = set_status(add_list(register), "cts", phase="active", earlier="proposed")
    sources = set_status(sources, "quick", phase="study", earlier="active")
    sources = set_status(sources, "data-model", phase="not-stated", earlier="active")
    sources = change(sources, "e-art-namibia", WITHDRAWN)
    return build_register(sources)


def render(register: Register, language: Language, path: str) -> lxml.html.HtmlElement:
    pages = dict(list_pages(make_site(register, language)))
    return lxml.html.fromstring(f"<main>{pages[path]().body}</main>")


@pytest.mark.parametrize(
    ("language", "head", "badge", "count"),
    [
        (
            "fr",
            "Absente des listes depuis\u202f: Liste du 30 juin 2025. La dernière à l’avoir, sous "
            "le n° 10\u202f: Liste succincte du 19 mars 2024.",
            "Plus listée",
            "1 d’entre elles ne figure plus dans la liste la plus récente.",
        ),
        (
            "en",
            "Not in the lists since: List of 30 June 2025. The last one that has it, as no. 10: "
            "Summary list of 19 March 2024.",
            "No longer listed",
            "1 of them is no longer in the latest list.",
        ),
    ],
)
def test_an_entry_that_left_says_so_everywhere_and_keeps_its_page(
    later: Register, language: Language, head: str, badge: str, count: str
) -> None:
    page = render(later, language, f"initiatives/{GONE}")
    assert head in page.xpath("string(//*[@class='entry__left'])")
    for path in ("initiatives/index", "explore", "categories/transaction-data-tools"):
        page = render(later, language, path)
        (row,) = page.xpath(f"//tr[@data-entry='{GONE}']")
        assert row.xpath("string(.//*[contains(@class, 'badge--left')])") == badge
        assert not row.xpath("string(td[1])")
    for path in ("initiatives/index", "explore", "dashboard", "lists/succinct"):
        assert count in render(later, language, path).text_content()
    (facet,) = render(later, language, "explore").xpath("//*[@data-facet='listing']")
    assert [each.get("data-value") for each in facet.xpath(".//li")] == [
        "listed",
        "left",
        "withdrawn",
    ]
    left = render(later, language, "by/listing/left")
    assert left.xpath("//tr/@data-entry") == [GONE]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, (", dont 1 qui n’est plus listée", ", 1 no longer listed")),
        (2, (", dont 2 qui ne sont plus listées", ", 2 no longer listed")),
    ],
)
def test_the_count_has_the_right_plural(
    register: Register, count: int, words: tuple[str, str]
) -> None:
    for language, expected in zip(LANGUAGES, words, strict=True):
        assert make_site(register, language).words("count-left", count=count) == expected


def test_nothing_of_it_is_said_while_every_entry_is_listed(register: Register) -> None:
    assert not register.has_departed
    for language in LANGUAGES:
        for path, make in list_pages(make_site(register, language)).items():
            assert "listing" not in path
            body = str(make().body)
            assert not any(mark in body for mark in ("badge--left", "entry__left", "listing"))


def test_a_withdrawn_entry_says_when_and_why(later: Register) -> None:
    page = render(later, "en", "initiatives/e-art-namibia")
    notes = [each.text_content() for each in page.xpath("//*[@class='entry__left']/p")]
    assert notes == [
        "This initiative has ended or was withdrawn (date: May 2025).",
        "Another tool replaces it.",
    ]


def test_the_data_say_so_in_new_fields(later: Register) -> None:
    published = json.loads(to_json(publish_register(later, SITE_URL)))
    entries = {each["id"]: each for each in published["initiatives"]}
    assert [key for key, each in entries.items() if not each["listed"]] == [GONE]
    assert entries["e-art-namibia"]["withdrawn"]["date"] == "2025-05"
    assert entries["cts"]["status"]["list"] == NEXT
    assert entries["cts"]["earlier_statuses"][0]["printed"] == "Projet"
    rows = list(
        csv.DictReader(io.StringIO(to_csv(make_site(later, "en"), SITE_URL).lstrip("\ufeff")))
    )
    assert {row["id"]: row["number"] for row in rows}[GONE] == "10"
    assert [row["id"] for row in rows if row["listed"] == "no"] == [GONE]
    tables = {table.name: table for table in make_tables(publish_register(later, SITE_URL))}
    table = tables["earlier_statuses"]
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["list"], row["phase"]) == ("detailed-2023", "proposed")
    assert {"listed", "withdrawn.date"} <= set(tables["initiatives"].columns)


def test_the_list_tells_what_became_active_and_what_ended(later: Register) -> None:
    found = list_status_changes(later.initiatives, later.editions)
    assert {each.entry.id: each.turn for each in found[NEXT]} == {
        "cts": "active",
        "quick": "ended",
        "data-model": "other",
    }
    page = lxml.html.fromstring(list_pages(make_site(later, "en"))["changes"]().body)
    step, before = page.xpath("//section[contains(@class, 'step')]")
    for heading, entry in (("Became active", "cts"), ("No longer active", "quick")):
        (table,) = step.xpath(f".//table[caption = '{heading}']")
        assert [link.split("/")[-2] for link in table.xpath(".//th/a[2]/@href")] == [entry]
    assert not before.xpath(".//table[caption = 'Became active']")
    items = {each.link.split("/")[-2]: each for each in list_feed_items(make_site(later, "fr"), "")}
    summaries = [each.summary for each in list_feed_items(make_site(later, "fr"), SITE_URL)]
    assert any(text.endswith("Statut\u202f: Proposé → Actif.") for text in summaries)
    assert "N’est plus listée\u202f: Liste du 30 juin 2025." in summaries
    assert items


def test_the_page_keeps_the_earlier_status_with_its_list(later: Register) -> None:
    page = render(later, "en", "initiatives/cts")
    (status,) = page.xpath("//*[contains(@class, 'earlier__status')]")
    said = " ".join(status.text_content().split())
    assert said == (
        "Detailed list dated 13 September 2023 Proposed Before. "
        "Status as printed in the source, in French: Projet."
    )
    assert "Status given by: List of 30 June 2025." in page.text_content()


def test_what_stayed_the_same_is_no_change(register: Register) -> None:
    same = (
        STATUS.replace("Avant", "Maintenant")
        .replace("Before", "Now")
        .replace("      printed: Projet\n", "")
    )
    given = {"list": NEXT, "before": "detailed-2023", "phase": "active", "earlier": "active"}
    found = build_register(change(add_list(register), "cts", same.format(**given), "status"))
    assert not list_status_changes(found.initiatives, found.editions)[NEXT]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    list: next-2025\n    phase", "    phase", "give under `list` the list"),
        ("list: detailed-2023\n      phase", "list: next-2025\n      phase", "is here twice"),
        ("list: detailed-2023\n      phase", "list: lost\n      phase", "is not the id of a list"),
        ("    list: next-2025\n    phase", "    list: detailed-2023\n    phase", "is here twice"),
        (
            "list: next-2025\n    phase",
            "list: detailed-2023\n    phase",
            "is here twice",
        ),
        ("phase: proposed", "phase: proposd", "is not a phase"),
    ],
)
def test_a_history_that_cannot_be_is_explained(
    register: Register, old: str, new: str, message: str
) -> None:
    sources = set_status(add_list(register), "cts", phase="active", earlier="proposed")
    assert old in sources[INITIATIVES]
    with pytest.raises(RegisterError, match=message):
        build_register({**sources, INITIATIVES: sources[INITIATIVES].replace(old, new)})


def test_an_earlier_status_is_not_of_a_newer_list(register: Register) -> None:
    sources = set_status(
        add_list(register), "cts", phase="active", earlier="proposed", list=PHASES[1], before=NEXT
    )
    with pytest.raises(RegisterError, match="next-2025 is newer than detailed-2023"):
        build_register(sources)


def test_two_lists_of_one_day_count_as_one(register: Register) -> None:
    sources = add_list(register)
    (twin,) = load_yaml(add_list(register, id="twin-2025")[EDITIONS].partition("# yaml")[0])
    # It has the entry that the other list lacks, and nothing else.
    twin |= {"entries": {GONE: {"number": 1, "name": "x"}}, "titles": {}}
    block = yaml.safe_dump([twin], allow_unicode=True)
    found = build_register({**sources, EDITIONS: block + sources[EDITIONS]})
    assert not found.departures
