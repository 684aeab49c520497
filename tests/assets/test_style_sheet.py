"""The one style sheet is made of the rules that a page can need."""

import re
from pathlib import Path

import pytest

from assets.prepare import prepare_assets
from assets.style_bundles import (
    BUNDLES,
    LAYERS,
    ORDER,
    PREVIEW_BUNDLES,
    SINGLE_FILE,
    SITE,
    list_absent,
    name_part,
)
from assets.style_sheet import find_names, make_stylesheet
from support.build import ROOT

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
    made = make_stylesheet([sheet], "", {"a"}, {"--by-script"})
    assert made == ORDER + (f"@layer theme{{{CASES[sheet]}}}" if CASES[sheet] else "")


def test_our_own_rules_all_stay() -> None:
    own = "@layer base { .b { top: 0; }\n.c{} }\n@layer print { @media print { .d { top: 0 } } }"
    made = make_stylesheet([], own, {"a"})
    assert made == f"{ORDER}@layer base{{.b{{top:0}}}}@layer print{{@media print{{.d{{top:0}}}}}}"


def test_a_category_that_the_register_has_not_has_no_colour() -> None:
    own = (
        ":root{--c-1:red;--c-9:blue}.category-1,.category-9{top:var(--c-1)}"
        ".category-9{left:var(--c-9)}"
    )
    made = make_stylesheet([], f"@layer base{{{own}}}", set(), absent=list_absent(5))
    assert made == f"{ORDER}@layer base{{:root{{--c-1:red;}}.category-1{{top:var(--c-1)}}}}"
    rules = (ROOT / "docs" / "assets" / "css" / "base" / "categories.css").read_text("utf-8")
    coloured = set(re.findall(r"[.](category-\d+)", rules))
    assert coloured == list_absent(0)


def test_a_sheet_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        make_stylesheet([], ".a", {"a"})


def test_names_come_from_templates_markup_and_scripts() -> None:
    found = find_names(
        ['<p class="one {{ two }}">'], ["three <b id='four'> { .five }"], ["six"], "md-search seven"
    )
    assert found == {
        *("p", "class", "one", "two", "b", "id", "four", "five", "six"),
        "md-search",
        "ltr",
    }


def test_names_of_files_have_a_hash_of_their_content(tmp_path: Path) -> None:
    def names(css: str, js: str) -> tuple[str, str]:
        files = {name_part(part): "" for part in SITE}
        files |= {name_part(SITE[0]): css, "assets/css/pages/b.css": ".b{}"}
        files["assets/js/x/y.js"] = js
        styles, bundles = {"b": ("pages/b",)}, {"z": ("x/y",)}
        assets = prepare_assets(files, styles, bundles, [], [], tmp_path / "cache", {}, ())
        assert set(assets.moved) == {"assets/css/b.css", "assets/js/z.js"}
        assert assets.replaced == set(files)
        assert assets.generated[assets.moved["assets/css/b.css"]] == "@layer pages{.b{}}"
        name = assets.moved["assets/js/z.js"]
        assert name.endswith("/z.js")
        assert js in assets.generated[name]
        return assets.stylesheet_name, name

    first = names(".a{top:0}", "1")
    assert names(".a{top:0}", "1") == first
    assert names(".a{top:1px}", "1")[0] != first[0]
    assert names(".a{top:1px}", "1")[1] == first[1]
    assert names(".a{top:0}", "2")[1] != first[1]


def test_every_part_is_in_a_bundle_and_a_layer() -> None:
    folder = ROOT / "docs" / "assets" / "css"
    parts = {
        *SITE,
        *SINGLE_FILE,
        *(part for parts in [*BUNDLES.values(), *PREVIEW_BUNDLES.values()] for part in parts),
    }
    there = {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.css")}
    # The lists as PDF have no theme.
    assert there == {*parts, "document"}
    assert {part.partition("/")[0] for part in parts} == {*LAYERS} - {"theme"}


def test_no_rule_outweighs_the_theme_by_force() -> None:
    """Layers do. What is hidden is so, whatever its display; the sheet for paper hides, too."""
    folder = ROOT / "docs" / "assets" / "css"
    forced = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.css")
        if "!important" in path.read_text("utf-8")
    }
    assert forced == {"base/hidden.css", "print.css"}
    for path in folder.rglob("*.css"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            assert len(line) <= 120, (path.name, number)


def test_every_colour_is_one_that_old_browsers_know() -> None:
    """Chromium 109 fills a drawing with black where it does not know a colour."""
    newer = re.compile(r"color-mix\(|light-dark\(|oklch\(|oklab\(|lch\(|lab\(|color\(")
    for path in [*ROOT.glob("docs/assets/css/**/*.css"), *ROOT.glob("templates/**/*")]:
        if path.is_file():
            assert not newer.search(path.read_text("utf-8")), path
