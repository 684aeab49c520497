"""The timeline is right at any number of months."""

from pages.views.timeline.chart import MOST_COLUMNS, Chart, lay_out_chart
from pages.views.timeline.milestones import TimelineMilestone, gather_periods
from website.entries.entry_tile import EntryTile
from website.localized_site import LocalizedSite

TILE = EntryTile(
    id="entry", number=1, title="Entry", link="#", category=1, category_name="Category"
)


def make_milestone(date: str, state: str) -> tuple[str, TimelineMilestone]:
    milestone = TimelineMilestone(
        anchor=f"{date}-{state}",
        tile=TILE,
        when=date,
        iso=date,
        state=state,
        late=False,
        text="",
        note="",
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
                assert (column.x > chart.as_of) == (mark.state == "planned"), mark


def test_more_years_than_columns_share_a_band(sites: dict[str, LocalizedSite]) -> None:
    chart = draw(sites["en"], *months(1963, 2010, "done"))
    labels = [band.label for band in chart.bands]
    assert labels == ["1963–1969", "1970–1979", "1980–1989", "1990–1999", "2000–2009"]
