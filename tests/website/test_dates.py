"""Any date can be written."""

from hypothesis import given
from hypothesis import strategies as st

from website.text.dates import format_span

partial_dates = st.one_of(
    st.dates().map(lambda d: d.isoformat()),
    st.dates().map(lambda d: d.isoformat()[:7]),
    st.dates().map(lambda d: d.isoformat()[:4]),
)


@given(partial_dates, st.none() | partial_dates, st.sampled_from(["fr", "en"]))
def test_any_date_can_be_written(start: str, end: str | None, language: str) -> None:
    text = format_span(start, end, language, "au")
    assert str(int((end or start)[:4])) in text
