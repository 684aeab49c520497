"""The counts behind the charts of the dashboard."""

from collections.abc import Callable

import lxml.html
import pytest
from lxml.html import HtmlElement

from pages.all_pages import list_pages
from pages.views.bar_chart import Bar, count_bars, list_largest, split_largest
from pages.views.dashboard.matrix import Matrix, group_tiles
from pages.views.dashboard.page import render_dashboard
from register.model import LANGUAGES, Language
from support.build import TEMPLATES
from website import urls
from website.entries.entry_tile import EntryTile
from website.localized_site import LocalizedSite


def make_tile(number: int, category: int) -> EntryTile:
    return EntryTile(
        id=f"entry-{number}",
        number=number,
        title=f"Entry {number}",
        link="#",
        category=category,
        category_name=f"Category {category}",
    )


@pytest.fixture
def draw(sites: dict[Language, LocalizedSite]) -> Callable[..., HtmlElement]:
    """Return a function that renders a chart, by the name of its template, in English."""
    site = sites["en"]
    context = {"site": site, "t": site.words, "path": urls.DASHBOARD}

    def render(name: str, *arguments: object) -> HtmlElement:
        template = TEMPLATES.get_template(f"views/dashboard/{name}.html")
        return lxml.html.fromstring(getattr(template.make_module(context), name)(*arguments))

    return render


TILES = [make_tile(1, 1), make_tile(2, 3), make_tile(3, 3)]


def test_bars_are_in_the_order_of_the_labels() -> None:
    labels = {"a": "A", "b": "B", "c": "C"}
    values = ["c", "a", "c"]
    assert [(bar.label, bar.count) for bar in count_bars(values, labels)] == [("A", 1), ("C", 2)]


def test_beyond_the_largest_bars_the_others_are_counted_together() -> None:
    bars = [Bar(key=str(count), label="", count=count) for count in range(1, 14)]
    largest = list_largest(bars, 10, "{count} others")
    assert [bar.count for bar in largest] == [*range(13, 3, -1), 6]
    assert largest[-1].label == "3 others"
    # One left over is shown as itself.
    assert [bar.count for bar in list_largest(bars[:11], 10, "")] == [*range(11, 0, -1)]


def test_a_matrix_has_a_cell_per_category_and_no_row_without_an_entry() -> None:
    pairs = zip(["a", "b", "b"], TILES, strict=True)
    rows = group_tiles(pairs, {"z": "Z", "b": "B", "a": "A"})
    assert [(row.key, row.label, row.count) for row in rows] == [("b", "B", 2), ("a", "A", 1)]
    assert [len(rows[0].of_category(number)) for number in (1, 2, 3)] == [0, 0, 2]
    matrix = Matrix(categories=["One", "Two", "Three"], rows=rows)
    assert (matrix.totals, matrix.largest) == ([1, 0, 2], 2)
    assert Matrix(categories=["One"], rows=[]).largest == 0


def test_bodies_with_the_most_entries_come_first() -> None:
    pairs = [("a", TILES[0]), ("b", TILES[1]), ("b", TILES[2])]
    rows, others = split_largest(group_tiles(pairs, {"a": "A", "b": "B", "c": "C"}), 3)
    assert [(row.label, row.count) for row in rows] == [("B", 2), ("A", 1)]
    assert [tile.number for tile in rows[0].tiles] == [2, 3]
    assert not others


def test_beyond_the_largest_rows_the_other_bodies_are_counted_together(
    draw: Callable[..., HtmlElement],
) -> None:
    pairs = [(key, TILES[0]) for key in "aaabbccd"]
    rows = group_tiles(pairs, {key: key.upper() for key in "abcd"})
    shown, others = split_largest(rows, 2)
    assert [row.label for row in shown] == ["A", "B"]
    assert [row.count for row in others] == [2, 1]
    assert split_largest(rows, 3) == (rows, [])
    assert split_largest([], 3) == ([], [])
    drawn = draw("tile_chart", (shown, others), "lead", set("abc"), 4, "", "")
    assert drawn.xpath("//*[@class='bars__count']/text()") == ["3", "2", "3"]
    assert drawn.xpath("//meter/@max") == ["3"]
    assert [text for text in drawn.xpath("//li/a/text()") if "others" in text]
    assert " 1 " in drawn.xpath("string(//p[last()])")


def test_a_category_without_an_entry_keeps_its_place_in_the_table(
    draw: Callable[..., HtmlElement],
) -> None:
    shares = [{tile.id: tile for tile in tiles} for tiles in (TILES[:1], [], TILES[1:])]
    stated = {"lead": {"entry-1", "entry-3"}}
    drawn = draw("completeness_chart", stated, shares, ["One", "Two", "Three"], 3, "", "")
    assert drawn.xpath("//*[@class='bars__count']/text()") == ["2 of 3"]
    assert drawn.xpath("//td/text()") == ["1 of 1", "0 of 0", "1 of 2", "2", "1"]
    pieces = drawn.xpath("//div[contains(@class, 'strip__share')]")
    assert [len(share) for share in pieces] == [1, 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_by_phase_agree_with_the_pages_of_the_phases_or_say_why_not(
    sites: dict[Language, LocalizedSite], language: Language
) -> None:
    site = sites[language]
    body = lxml.html.fromstring(str(render_dashboard(site).body))
    shown = body.xpath("(//ul[@class='bubbles'])[1]//span[@class='bubbles__total']/text()")
    phases = site.facets["phase"]
    main = [
        sum(entry.status.phase == phase for entry in entries) for phase, entries in phases.items()
    ]
    assert list(map(int, shown)) == [count for count in main if count]
    assert sum(main) == len(site.register.initiatives)
    # The pages of the phases, and the explorer, count the further phases, too.
    assert sum(map(len, phases.values())) > sum(main)
    reason = site.words("matrix-phases-description", count=sum(main))
    assert reason in body.xpath("string((//figure)[1])")
    pages = list_pages(site)
    for (phase, entries), count in zip(phases.items(), main, strict=True):
        page = lxml.html.fromstring(str(pages[urls.facet("phase", phase)]().body))
        parts = [len(part.xpath(".//tbody/tr")) for part in page.xpath("//section")]
        assert sum(parts) == len(entries)
        assert not count or parts[0] == count
