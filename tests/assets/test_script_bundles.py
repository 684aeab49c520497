"""The scripts of a page as one file: what readers load of their text."""

from assets.script_bundles import BUNDLES, SERVICE_WORKER, SINGLE_FILE, join_scripts, name_part
from support.build import ROOT


def test_no_text_goes_over_several_lines() -> None:
    """Of which the white space at the beginning would be lost."""
    parts = {part for each in (*BUNDLES.values(), SERVICE_WORKER, SINGLE_FILE) for part in each}
    for part in parts:
        joined = join_scripts([(ROOT / "docs" / name_part(part)).read_text("utf-8")])
        open_ones = [line for line in joined.splitlines() if line.count("`") % 2]
        assert not open_ones, part


def test_comments_and_indents_stay_out_and_code_stays_as_it_is() -> None:
    code = """\
const a = "// no comment"; // beside code
  const b = `/** no comment */`;
/** @type {any} */ (globalThis).before = 1;
const d = 2;"""
    written = f"// of a line\n/*! a licence */\n{code}\n/**\n * of a function\n */\nconst c = 1;\n"
    text = join_scripts([written])
    assert code.replace("  const b", "const b") in text
    assert "a licence" in text
    assert "const c = 1;" in text
    assert "of a" not in text
