"""The timeline is right at any number of months."""

import posixpath

import lxml.html

from pages.views.timeline import folding
from pages.views.timeline.chart import MOST_COLUMNS, Chart, lay_out_chart
from pages.views.timeline.milestones import TimelineMilestone, gather_periods
from pages.views.timeline.page import list_timeline_pages
from website import urls
from website.entries.entry_tile import EntryTile
from website.entries.entry_view import MilestoneView
from website.localized_site import LocalizedSite

TILE = EntryTile(
    id="entry", number=1, title="Entry", link="#", category=1, category_name="Category"
)


def make_milestone(date: str, state: str) -> tuple[str, TimelineMilestone]:
    milestone = TimelineMilestone(
        anchor=f"{date}-{state}",
        tile=TILE,
        view=MilestoneView(
            iso=date,
            date=date,
            state=state,
            text="",
            meeting="",
            meeting_anchor="",
            date_note="",
        ),
        late=False,
        meeting=None,
    )
    return date, milestone


def draw(site: LocalizedSite, *milestones: tuple[str, str]) -> Chart:
    made = [make_milestone(date, state) for date, state in milestones]
    return lay_out_chart(gather_periods(site, made), ["Category"], "No date", "1 May 2024", "en")


def months(first: int, last: int, state: str) -> list[tuple[str, str]]:
    return [(f"{year}-{month:02}", state) for year in range(first, last) for month in range(1, 13)]


def test_a_column_of_several_months_has_the_name_of_none(sites: dict[str, LocalizedSite]) -> None:
    chart = draw(sites["en"], *months(2015, 2019, "done"))
    assert len(chart.columns) == 4
    assert [band.label for band in chart.bands] == ["2015", "2016", "2017", "2018"]
    assert {column.label for column in chart.columns} == {""}
    one = draw(sites["en"], ("2015-03", "done"), ("2015-03", "done"))
    assert [column.label for column in one.columns] == ["Mar"]


def test_what_is_ahead_is_right_of_the_line_and_what_is_past_left(
    sites: dict[str, LocalizedSite],
) -> None:
    for early in ([], months(2015, 2019, "done"), months(1960, 2010, "done")):
        chart = draw(
            sites["en"],
            *early,
            ("2024-02", "done"),
            # The register's date is in this month, and in this year.
            ("2024-03", "done"),
            ("2024-03", "planned"),
            ("2024", "planned"),
            ("2024-10", "planned"),
            ("2025", "planned"),
        )
        assert len(chart.columns) <= MOST_COLUMNS
        assert len({column.anchor for column in chart.columns}) == len(chart.columns)
        for column in chart.columns:
            for mark in column.marks:
                assert (column.x > chart.as_of) == (mark.milestone.view.state == "planned"), mark


def test_more_years_than_columns_share_a_band(sites: dict[str, LocalizedSite]) -> None:
    chart = draw(sites["en"], *months(1963, 2010, "done"))
    labels = [band.label for band in chart.bands]
    assert labels == ["1963–1969", "1970–1979", "1980–1989", "1990–1999", "2000–2009"]


def test_a_long_timeline_has_a_page_a_year_and_a_long_year_a_page_a_month() -> None:
    few, keys = 3, ("two", "one")
    assert folding.list_parts([("2024-05", "one")] * few, few, keys) == ()
    dates = ["2024-05"] * few + ["2024-06", "2024", "2023-01", "2023", ""]
    parts = folding.list_parts([(date, "one") for date in dates], few, keys)
    assert parts == ("2023", "2024", "2024-05", "2024-06", "")
    assert [folding.find_part(parts, date, "one") for date in dates[few:]] == [
        "2024-06",
        "2024",
        "2023",
        "2023",
        "",
    ]


def test_a_long_month_and_what_has_no_date_have_a_page_a_category() -> None:
    keys = ("two", "one")
    places = [(date, key) for date in ("2024-05", "") for key in ("one", "two", "two")]
    parts = folding.list_parts([*places, ("2023", "one")], 2, keys)
    assert parts == ("2023", "2024-05/two", "2024-05/one", "/two", "/one")
    assert [folding.find_part(parts, *place) for place in places] == [
        *("2024-05/one", "2024-05/two", "2024-05/two"),
        *("/one", "/two", "/two"),
    ]
    paths = [urls.timeline_part(part) for part in parts]
    assert paths[2:4] == ["timeline/2024-05/one", "timeline/undated/two"]


def test_the_parts_of_a_long_timeline_have_each_milestone_once_and_links_that_lead_there(
    sites: dict[str, LocalizedSite],
) -> None:
    site = sites["fr"]
    pages = {path: render().body for path, render in list_timeline_pages(site, 4)}
    assert len(pages) > 3
    trees = {path: lxml.html.fromstring(str(body)) for path, body in pages.items()}
    anchors = {path: tree.xpath("//@id") for path, tree in trees.items()}
    for entry in site.register.initiatives:
        for nth in range(1, len(entry.milestones) + 1):
            anchor = f"{entry.id}-milestone-{nth}"
            assert sum(ids.count(anchor) for ids in anchors.values()) == 1
    for path, tree in trees.items():
        for link in tree.xpath("//a/@href"):
            page, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(path, page)) if page else path
            if target in pages and anchor:
                assert anchor in anchors[target], (path, link)
