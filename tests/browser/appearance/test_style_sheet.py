"""The one style sheet looks as the theme's own with ours."""

from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

from assets.prepare import THEME_STYLES
from assets.style_bundles import ORDER, SITE, name_part, put_in_layers
from support.browser.pages import KINDS
from support.build import ROOT

THEME = Path(material.__file__).parent / "templates"


def full_sheet() -> str:
    """Return the theme's whole sheets, and ours as they are written."""
    theme = sorted(
        path
        for path in THEME.glob("assets/stylesheets/*.css")
        if THEME_STYLES.fullmatch(path.relative_to(THEME).as_posix())
    )
    assert len(theme) == 2
    whole = "\n".join(path.read_text("utf-8").replace('@charset "UTF-8";', "") for path in theme)
    texts = {name_part(part): (ROOT / "docs" / name_part(part)).read_text("utf-8") for part in SITE}
    return f"{ORDER}\n@layer theme {{\n{whole}\n}}\n{put_in_layers(SITE, texts)}"


# Every computed property of every element that is like none before it, by the sheet of the page and
# then by another one; of its parts too, where it has them. Tells what differs, and how.
COMPARE = """
  async ([address, known]) => {
    const link = document.querySelector("link[rel=stylesheet]");
    const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
    const shown = ["class", "type", "rel", "lang", "aria-sort", "data-view", "data-count"];
    const sum = (text) => [...text].reduce((sum, each) => (sum * 31 + each.codePointAt()) | 0, 7);
    const paths = new Map([[document.body.parentElement, 0]]);
    const pathOf = (element) => {
      if (!paths.has(element)) {
        const attributes = [...element.attributes].map(({ name, value }) =>
          shown.includes(name) ? `${name}=${value}` : name);
        const own = `${element.localName} ${attributes.sort()}`;
        paths.set(element, sum(`${pathOf(element.parentElement)} ${own}`));
      }
      return paths.get(element);
    };
    const kindOf = (element) =>
      sum(`${pathOf(element)} ${!element.previousElementSibling} ${!element.nextElementSibling}`);
    const seen = new Set(known);
    const elements = [document.body, ...document.body.querySelectorAll("*")].filter((element) =>
      !seen.has(kindOf(element)) && seen.add(kindOf(element)));
    const collect = () => {
      document.getAnimations().forEach((animation) => animation.finish());
      return elements.flatMap((element) =>
        ["", "::before", "::after", "::placeholder"].map((part) => {
          const style = getComputedStyle(element, part || null);
          const there = part === "::placeholder" ? element.placeholder : style.content !== "none";
          const values = !part || there ? names.map((name) => style.getPropertyValue(name)) : [];
          return [`${element.localName}.${element.className}${part}`, values];
        }),
      );
    };
    const before = collect();
    const loaded = new Promise((resolve) => link.addEventListener("load", resolve));
    link.href = address;
    await loaded;
    const after = collect();
    const different = before.flatMap(([name, values], index) => {
      const at = names.findIndex((_, each) => values[each] !== after[index][1][each]);
      return at < 0 ? [] : [`${name} ${names[at]}: ${values[at]}, ${after[index][1][at]}`];
    });
    return [different.slice(0, 5), [...seen]];
  }
"""


# Results are added as they scroll into sight.
ALL_ADDED = """
  new Promise((done) => {
    const list = document.querySelector(".md-search-result__list");
    let [count, still] = [0, 0];
    const look = () => {
      still = list.children.length === count ? still + 1 : 0;
      count = list.children.length;
      if (still === 20) done(); else requestAnimationFrame(look);
    };
    look();
  })
"""


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_elements_look_as_with_the_whole_sheets(
    browser: Browser, site_address: str, width: int, scheme: str
) -> None:
    body = full_sheet()
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else None
    )
    page = context.new_page()
    page.route("**/whole.css", lambda route: route.fulfill(body=body, content_type="text/css"))
    different, known = {}, []
    for kind, path in {**KINDS, "gateway": "../", "search": "glossary/"}.items():
        page.goto(f"{site_address}/fr/{path}")
        if kind == "search":
            page.locator("[data-md-component=search-query]").press_sequentially("douane")
            page.locator(".md-search-result__item").first.wait_for()
            page.evaluate(ALL_ADDED)
        found, known = page.evaluate(COMPARE, [f"{site_address}/whole.css", known])
        if found:
            different[kind] = found
    context.close()
    assert len(known) > 1000
    assert not different
