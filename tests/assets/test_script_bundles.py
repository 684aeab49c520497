"""The scripts of a page as one file: what readers load of their text."""

from assets.script_bundles import join_scripts


def test_comments_stay_out_and_code_stays_as_it_is() -> None:
    code = """\
const a = "// no comment"; // beside code
  const b = `/** no comment */`;
/** @type {any} */ (globalThis).before = 1;
const d = 2;"""
    written = f"// of a line\n/*! a licence */\n{code}\n/**\n * of a function\n */\nconst c = 1;\n"
    text = join_scripts([written])
    assert code in text
    assert "a licence" in text
    assert "const c = 1;" in text
    assert "of a" not in text
