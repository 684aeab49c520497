"""The pages that tests get one after the other know nothing of each other."""

from playwright.sync_api import Browser, Page

from support.browser.places import Place
from support.browser.window import SIZE, Window

STORE = """
async (isSite) => {
  for (const store of [localStorage, sessionStorage]) store.setItem("former", "x");
  await new Promise((done) => { indexedDB.open("former").onsuccess = done; });
  window.name = "former";
  if (!isSite) return;
  document.cookie = "former=x";
  await caches.open("former");
  await navigator.serviceWorker.register("/sw.js", { scope: "/former/" });
}
"""
FIND = """
async (isSite) => ({
  local: localStorage.length, session: sessionStorage.length, name: window.name,
  databases: (await indexedDB.databases()).length, cookies: document.cookie,
  caches: isSite ? (await caches.keys()).length : 0,
  workers: isSite ? (await navigator.serviceWorker.getRegistrations()).length : 0,
  history: history.length, size: [innerWidth, innerHeight], isInitialised: "former" in window,
  hovered: document.querySelectorAll("main :hover").length,
  media: ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(forced-colors)"]
    .map((query) => matchMedia(query).matches),
})
"""


def use(page: Page, address: str, is_site: bool) -> None:
    """Leave on the page, its window and its browser all that a test might."""
    page.add_init_script("window.former = true")
    page.route("**/method*", lambda route: route.abort())
    page.goto(address)
    page.evaluate(STORE, is_site)
    page.evaluate("(location.hash = 'content', void open('about:blank'))")
    page.emulate_media(
        media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active"
    )
    page.set_viewport_size({"width": 320, "height": 400})
    page.locator("h1").hover()


def test_a_page_is_as_one_of_a_browser_that_was_never_used(
    browser: Browser, window: Window, place: Place
) -> None:
    address = place.address("about")
    is_site = address.startswith("http:")
    context = browser.new_context(viewport=SIZE)
    page = context.new_page()
    page.goto(address)
    fresh = page.evaluate(FIND, is_site)
    context.close()
    for _ in range(2):
        with window.open_page() as page:
            page.goto(address)
            assert page.evaluate(FIND, is_site) == fresh
            assert len(page.context.pages) == 2
            answer = page.goto(place.address("method"))
            assert answer is not None
            use(page, address, is_site)
            found = page.evaluate(FIND, is_site)
            # All of it was there to be removed; a folder has no cookies, caches and workers.
            alike = {key for key in fresh if found[key] == fresh[key]}
            assert alike == (set() if is_site else {"cookies", "caches", "workers"})
