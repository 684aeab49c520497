"""The glossary in a real Chromium."""

import re

from playwright.sync_api import Page, expect


def test_a_click_on_an_acronym_opens_the_glossary_there(page: Page, site_address: str) -> None:
    page.goto(f"{site_address}/en/initiatives/cen/")
    link = page.locator("a.acronym__short").first
    anchor = str(link.get_attribute("href")).rpartition("#")[2]
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site_address}/en/glossary/#{anchor}")
    row = page.locator(f"[id='{anchor}']")
    expect(row).to_be_in_viewport()
    uses = row.locator("details summary")
    uses.click()
    row.locator("details a").first.click()
    expect(page).to_have_url(re.compile("/initiatives/"))
    expect(page.locator("main h1")).to_be_visible()
