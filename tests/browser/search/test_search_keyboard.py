"""The search by keyboard: into the results, back out of them, and without single keys."""

from playwright.sync_api import Page, expect

# What has the focus, if it cannot be seen.
HIDDEN = """
  () => {
    const { activeElement } = document;
    // What the open search covers comes back slowly.
    document.getAnimations().forEach((animation) => animation.finish());
    const shows = (element) => element.getBoundingClientRect().height > 0 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // The button for light or dark is a label beside its input.
    const { nextElementSibling: beside } = activeElement;
    return shows(activeElement.matches(".md-option") ? beside : activeElement)
      ? "" : activeElement.outerHTML;
  }
"""

# The box grows when it opens: then it holds all that is in it.
WHOLE = """
() => {
  const right = (name) => document.querySelector(name).getBoundingClientRect().right;
  const box = right(".md-search__output");
  return document.querySelector(".md-search__inner").offsetWidth >= Math.min(innerWidth, 440) &&
    ["__scrollwrap", "-result__list", "-result__item a", "-result__article"].every(
      (name) => right(`.md-search${name}`) <= box + 1);
}
"""


def open_page(page: Page, root: str) -> None:
    end = ".html" if root.startswith("file:") else "/"
    page.goto(f"{root}/en/initiatives/cen{end}")


def search(page: Page) -> None:
    page.keyboard.press("/")
    # All at once: each letter of it would bring its own results.
    page.locator("[data-md-component=search-query]").fill("asycuda")
    page.keyboard.press("End")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()


def test_results_are_reached_by_tab_and_escape_leads_back(page: Page, root: str) -> None:
    open_page(page, root)
    link = page.locator(".site-menu__link").first
    link.focus()
    search(page)
    page.keyboard.press("Tab")
    expect(page.locator(".md-search-result__item a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def replace_results(page: Page, words: str) -> None:
    """Search for other words, as where the results of the last letters come late."""
    box = page.locator("[data-md-component=search-query]")
    box.evaluate(
        """(box, words) => {
          box.value = words;
          box.dispatchEvent(new KeyboardEvent("keyup"));
        }""",
        words,
    )


def test_results_that_come_late_leave_the_focus_among_results(page: Page, root: str) -> None:
    open_page(page, root)
    search(page)
    page.keyboard.press("ArrowDown")
    results = page.locator(".md-search-result__item a")
    focused = page.locator(".md-search-result__item a:focus h1")
    expect(results.first).to_be_focused()
    expect(focused).to_have_text("DATAFID capacity building")
    # The same one, wherever it stands now; the first where it is not there; else the box.
    replace_results(page, "asycuda world")
    expect(results.first).to_contain_text("Glossary")
    expect(focused).to_have_text("DATAFID capacity building")
    replace_results(page, "colibri")
    expect(results.first).to_contain_text("COLIBRI")
    expect(results.first).to_be_focused()
    replace_results(page, "qqqqqqqq")
    expect(results).to_have_count(0)
    expect(page.locator("[data-md-component=search-query]")).to_be_focused()


def test_no_stop_of_the_tab_key_is_out_of_sight(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    for searched in (False, True):
        open_page(page, root)
        if searched:
            search(page)
            page.keyboard.press("Escape")
        page.locator(".site-header__brand").focus()
        for _ in range(8):
            page.keyboard.press("Tab")
            assert page.evaluate(HIDDEN) == ""


def test_single_keys_can_be_switched_off_for_good(page: Page, root: str) -> None:
    open_page(page, root)
    query = page.locator("[data-md-component=search-query]")
    page.locator("#shortcuts").uncheck()
    page.reload()
    expect(page.locator("#shortcuts")).not_to_be_checked()
    for key in ("/", "f", "s"):
        page.locator(".site-header__brand").focus()
        page.keyboard.press(key)
        expect(query).not_to_be_focused()
    page.locator("#shortcuts").check()
    for key in ("/", "f", "s"):
        page.locator(".site-header__brand").focus()
        page.keyboard.press(key)
        expect(query).to_be_focused()
        page.keyboard.press("Escape")
        expect(query).not_to_be_focused()


def test_no_result_is_cut_at_the_edge_of_the_box(page: Page, root: str) -> None:
    open_page(page, root)
    search(page)
    for width in (1440, 1220, 1000, 960, 700, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(WHOLE)
