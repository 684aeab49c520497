"""The one style sheet is made of the rules that a page can need."""

from pathlib import Path

import pytest

from assets.prepare import prepare_assets
from assets.style_sheet import make_stylesheet
from assets.used_names import find_names

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


def test_names_of_files_have_a_hash_of_their_content(tmp_path: Path) -> None:
    def names(css: str, js: str) -> tuple[str, str]:
        files = {"assets/css/a.css": css, "assets/css/b.css": ".b{}", "assets/js/x/y.js": js}
        bundles = {"z": ("x/y",)}
        assets = prepare_assets(files, ["assets/css/a.css"], bundles, [], [], tmp_path / "cache")
        assert set(assets.moved) == {"assets/css/b.css", "assets/js/z.js"}
        assert assets.replaced == {"assets/css/a.css", "assets/js/x/y.js"}
        name = assets.moved["assets/js/z.js"]
        assert name.endswith("/z.js")
        assert js in assets.generated[name]
        return assets.stylesheet_name, name

    first = names(".a{top:0}", "1")
    assert names(".a{top:0}", "1") == first
    assert names(".a{top:1px}", "1")[0] != first[0]
    assert names(".a{top:1px}", "1")[1] == first[1]
    assert names(".a{top:0}", "2")[1] != first[1]
