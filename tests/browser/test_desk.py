"""The desk in a running preview, in a real Chromium."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from support.browser.axe import Scheme, find_complaints_in
from support.preview import copy_project, run_preview


def test_the_preview_has_it_for_everyone(tmp_path: Path, browser: Browser) -> None:
    copy_project(tmp_path)
    with run_preview(tmp_path) as run:
        looks: tuple[tuple[str, int, Scheme], ...] = (("fr", 320, "light"), ("en", 1440, "dark"))
        for language, width, scheme in looks:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
            page.goto(f"{run.address}/{language}/initiatives/cen/")
            page.click(".page-end--desk a")
            page.wait_for_url(f"**/{language}/desk/")
            expect(page.locator(".desk__grid tbody tr").first).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert not find_complaints_in(page, scheme)
            page.context.close()
        assert "/desk/" not in run.read("sitemap.xml")
        # Outside a repository nothing is known of changes.
        assert "whole git history" in run.read("en/desk/")
