"""One visit to each page of an edition in a language, which answers what several tests ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page

from support.browser.axe import Scheme, find_complaints_in

PHONE = {"width": 320, "height": 700}
DESK = {"width": 1280, "height": 900}
# What a page may ask for: of the server of these tests, of the disk, of itself.
OURS = ("http://127.0.0.1:", "file:", "data:", "blob:", "about:")
LISTEN = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
"""


@dataclass(kw_only=True)
class Visit:
    """What a visit to a page found."""

    # Of the console, of scripts, of the policy; requests to others, and those that failed.
    complaints: list[str] = field(default_factory=list)
    # In pixels, of the page in a window that is 320 wide.
    width: int = 0
    # What axe-core finds, in the colours in which it was asked; none where it was not.
    axe: list[str] | None = None


def watch(page: Page, complaints: list[str]) -> None:
    """Note in `complaints` whatever goes wrong on the `page`."""

    def on_console(kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            complaints.append(f"{page.url}: {text}")

    def on_request(url: str) -> None:
        if not url.startswith(OURS):
            complaints.append(f"{page.url}: request to another host: {url}")

    def on_failure(url: str, failure: str | None) -> None:
        # A favicon that is still loading when the next page opens is aborted, which is no failure.
        if failure != "net::ERR_ABORTED":
            complaints.append(f"{page.url}: failed: {url}")

    page.on("console", lambda message: on_console(message.type, message.text))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: on_request(request.url))
    page.on("requestfailed", lambda request: on_failure(request.url, request.failure))


def visit_pages(
    browser: Browser,
    addresses: Mapping[str, str],
    schemes: Mapping[str, Scheme],
    *,
    offline: bool,
) -> dict[str, Visit]:
    """Visit each of the `addresses`, by their names; ask axe-core in the colours of `schemes`.

    An `offline` browser has no network at all.
    """
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    context.set_offline(offline)
    context.add_init_script(LISTEN)
    page = context.new_page()
    visits: dict[str, Visit] = {}
    complaints: list[str] = []
    watch(page, complaints)
    # First those in the light: the window changes its colours once.
    for name in sorted(addresses, key=lambda name: schemes.get(name, "light") == "dark"):
        scheme = schemes.get(name)
        page.emulate_media(color_scheme=scheme or "light")
        page.goto(addresses[name])
        visit = Visit(width=page.evaluate("document.documentElement.scrollWidth"))
        complaints += [f"{page.url}: {each}" for each in page.evaluate("window.violations")]
        if scheme:
            page.set_viewport_size(DESK)
            visit.axe = find_complaints_in(page, scheme)
            page.set_viewport_size(PHONE)
        visit.complaints += complaints
        complaints.clear()
        visits[name] = visit
    context.close()
    return visits
