"""The built site has no desk."""

from pathlib import Path

from pages.all_pages import list_pages
from website import urls


def test_the_built_site_has_no_desk(built_site: Path, sites: dict) -> None:
    for site in sites.values():
        assert urls.DESK not in list_pages(site)
        assert not (built_site / site.language / "desk").exists()
    assert not [*built_site.glob("assets/css-*/desk.css")]
    for name in ("fr/index.html", "en/initiatives/cen/index.html", "sitemap.xml"):
        text = (built_site / name).read_text("utf-8")
        assert "/desk/" not in text and "page-end--desk" not in text, name
