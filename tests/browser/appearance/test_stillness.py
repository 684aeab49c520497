"""What is read already stays where it is while the rest of a page comes over a slow line."""

import pytest
from playwright.sync_api import Browser

# Of a phone. Bytes a second; slow enough that a page comes in pieces.
WIDTH, HEIGHT, SPEED = 412, 823, 60_000
# Lighthouse takes 0.1 for good; the explorer's boxes to tick move a little at the lower edge.
MOST = 0.02
PAGES = ("", "categories/capacity-building/", "initiatives/cen/", "explore/")
NOTE_SHIFTS = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) {
      const nodes = each.sources.map(({ node }) => node?.className ?? node?.nodeName);
      window.shifts.push([each.value, nodes.join(" | ")]);
    }
  }).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_while_a_page_comes(
    browser: Browser, site_address: str, path: str, language: str
) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, is_mobile=True)
    context.add_init_script(NOTE_SHIFTS)
    page = context.new_page()
    network = {"offline": False, "latency": 20, "downloadThroughput": SPEED, "uploadThroughput": -1}
    context.new_cdp_session(page).send("Network.emulateNetworkConditions", network)
    page.goto(f"{site_address}/{language}/{path}")
    # Two frames on, all that the scripts changed at the start has been drawn.
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    shifts = page.evaluate("window.shifts")
    context.close()
    assert sum(value for value, _ in shifts) <= MOST, shifts
