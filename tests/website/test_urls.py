"""A relative link leads from any page to any other."""

from hypothesis import given
from hypothesis import strategies as st

from website.urls import Links

paths = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True), min_size=1, max_size=3)


@given(paths, paths, st.booleans())
def test_a_relative_link_leads_from_one_page_to_the_other(
    origin: list[str], target: list[str], directory_urls: bool
) -> None:
    from urllib.parse import urljoin

    links = Links(directory_urls=directory_urls)
    start, end = "/".join(origin), "/".join(target)
    base = "https://site.example/" + links.url(start)
    assert urljoin(base, links.relative(start, end)) == "https://site.example/" + links.url(end)
