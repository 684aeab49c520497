"""The one style sheet: as good as the theme's own with ours, a good deal smaller."""

import gzip
from pathlib import Path

import material
import pytest
import yaml
from playwright.sync_api import Browser

from assets.prepare import THEME_STYLES, prepare_assets
from assets.style_sheet import make_stylesheet
from assets.used_names import find_names
from support.build import ROOT
from support.pages import KINDS

THEME = Path(material.__file__).parent / "templates"
LARGEST = 16_000  # bytes, as gzip; the theme's sheet alone has 22,600

CASES = {
    ".a{color:red}.b{color:blue}": ".a{color:red}",
    ".a,.b,#c .a{margin:0 ;}": ".a{margin:0}",
    "@media print{.b{top:0}}@media (min-width: 2em){.a{top:0}}": (
        "@media (min-width: 2em){.a{top:0}}"
    ),
    ".a:not(.b,.c):hover{top:0}": ".a:not(.b,.c):hover{top:0}",
    "[dir=x] .a{top:0}[dir=a] .a{top:0}": "[dir=a] .a{top:0}",
    ":root{--used:1;--unused:url('data:;x{}');--by-script:2}.a{top:var(--used)}": (
        ":root{--used:1;--by-script:2}.a{top:var(--used)}"
    ),
    ":root{--first:1;--second:var(--first)}": "",
    '.a{content:"{  ; }"}': '.a{content:"{  ; }"}',
    "/* x */ .a { top : calc(1px + 2px) /* y */ ; left: 0 }": ".a{top :calc(1px + 2px);left:0}",
    "@font-face{font-family:x}": "@font-face{font-family:x}",
    r".a\:b{top:0}": "",
    "@supports (display:grid){.a{top:0}}": "@supports (display:grid){.a{top:0}}",
}


@pytest.mark.parametrize("sheet", CASES)
def test_a_rule_stays_if_a_page_can_have_what_it_asks_for(sheet: str) -> None:
    assert make_stylesheet([sheet], [], {"a"}, {"--by-script"}) == CASES[sheet]


def test_our_own_rules_all_stay() -> None:
    assert make_stylesheet([], [".b { top: 0; }\n", ".c{}"], {"a"}) == ".b{top:0}"


def test_a_sheet_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        make_stylesheet([], [".a"], {"a"})


def test_names_come_from_templates_markup_and_scripts() -> None:
    found = find_names(
        ['<p class="one {{ two }}">'], ["three <b id='four'> { .five }"], ["six"], "md-search seven"
    )
    assert found == {
        *("p", "class", "one", "two", "b", "id", "four", "five", "six"),
        "md-search",
        "ltr",
    }


def test_names_of_files_tell_their_content(tmp_path: Path) -> None:
    def names(css: str, js: str) -> tuple[str, str]:
        files = {"assets/css/a.css": css, "assets/css/b.css": ".b{}", "assets/js/x/y.js": js}
        assets = prepare_assets(files, ["assets/css/a.css"], [], [], tmp_path / "cache")
        assert set(assets.moved) == {"assets/css/b.css", "assets/js/x/y.js"}
        assert assets.moved["assets/js/x/y.js"].endswith("/x/y.js")
        return assets.stylesheet_name, assets.moved["assets/js/x/y.js"]

    first = names(".a{top:0}", "1")
    assert names(".a{top:0}", "1") == first
    assert names(".a{top:1px}", "1")[0] != first[0]
    assert names(".a{top:1px}", "1")[1] == first[1]
    assert names(".a{top:0}", "2")[1] != first[1]


def full_sheet() -> str:
    """Return the theme's whole sheets, and ours as they are written."""
    theme = sorted(
        path
        for path in THEME.glob("assets/stylesheets/*.css")
        if THEME_STYLES.fullmatch(path.relative_to(THEME).as_posix())
    )
    assert len(theme) == 2
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8").replace("!ENV", "")
    own = [ROOT / "docs" / name for name in yaml.safe_load(configuration)["extra_css"]]
    return "\n".join(path.read_text("utf-8") for path in (*theme, *own))


def test_the_sheet_is_small(built_site: Path) -> None:
    (sheet,) = built_site.glob("assets/css-*/site.css")
    assert len(gzip.compress(sheet.read_bytes(), 9)) < LARGEST


# Every computed property of every element that is like none before it, by the sheet of the page and
# then by another one; of its parts too, where it has them. Tells what differs, and how.
COMPARE = """
  async ([address, known]) => {
    const link = document.querySelector("link[rel=stylesheet]");
    const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith("--"));
    const told = ["class", "type", "rel", "lang", "aria-sort", "data-view", "data-count"];
    const sum = (text) => [...text].reduce((sum, each) => (sum * 31 + each.codePointAt()) | 0, 7);
    const paths = new Map([[document.body.parentElement, 0]]);
    const pathOf = (element) => {
      if (!paths.has(element)) {
        const attributes = [...element.attributes].map(({ name, value }) =>
          told.includes(name) ? `${name}=${value}` : name);
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
