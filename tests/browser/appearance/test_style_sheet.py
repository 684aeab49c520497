"""The one style sheet looks as the theme's own with ours."""

from pathlib import Path

import material
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


# Puts the other sheet beside that of the page; looks for the elements that are like none before.
PREPARE = """
  async ([address, known]) => {
    const own = document.querySelector("link[rel=stylesheet]");
    const whole = own.cloneNode();
    const loaded = new Promise((resolve) => whole.addEventListener("load", resolve));
    whole.href = address;
    own.after(whole);
    await loaded;
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
    window.compared = { own, whole, elements };
    return [...seen];
  }
"""
# Every computed property of these, and of their parts where they have them, by the one sheet and by
# the other. Returns what differs, and how.
COMPARE = """
  (scheme) => {
    document.body.dataset.mdColorScheme = scheme;
    const { own, whole, elements } = window.compared;
    const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
    const collect = (sheet) => {
      own.disabled = sheet !== own;
      whole.disabled = sheet !== whole;
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
    const [before, after] = [collect(own), collect(whole)];
    return before.flatMap(([name, values], index) => {
      const at = names.findIndex((_, each) => values[each] !== after[index][1][each]);
      return at < 0 ? [] : [`${name} ${names[at]}: ${values[at]}, ${after[index][1][at]}`];
    }).slice(0, 5);
  }
"""
# A wide window and a narrow one, each in a scheme of its own.
WINDOWS = ((1280, "default"), (390, "slate"))


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


def test_elements_look_as_with_the_whole_sheets(browser: Browser, site_address: str) -> None:
    body = full_sheet()
    context = browser.new_context()
    page = context.new_page()
    page.route("**/whole.css", lambda route: route.fulfill(body=body, content_type="text/css"))
    different, known = {}, []
    for kind, path in {**KINDS, "gateway": "../", "search": "glossary/"}.items():
        page.set_viewport_size({"width": WINDOWS[0][0], "height": 900})
        page.goto(f"{site_address}/fr/{path}")
        if kind == "search":
            page.locator("[data-md-component=search-query]").press_sequentially("douane")
            page.locator(".md-search-result__item").first.wait_for()
            page.evaluate(ALL_ADDED)
        known = page.evaluate(PREPARE, [f"{site_address}/whole.css", known])
        for width, scheme in WINDOWS:
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(COMPARE, scheme):
                different[kind, width] = found
    context.close()
    assert len(known) > 1000
    assert not different
