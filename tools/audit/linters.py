"""Checks of sheets and scripts as texts: types, and whether the whole baseline knows what they use.

The baseline is `browserslist` of tools/audit/package.json.
"""

import json
from pathlib import Path

from audit.packages import TOOLS, MissingToolError, run_tool

# The program of each, its options, and the files that it reads.
LINTERS = {
    "eslint": (
        "bin/eslint.js",
        ("--config", str(TOOLS / "eslint.config.mjs"), "--no-inline-config", "--format", "json"),
        "assets/**/*.js",
    ),
    "stylelint": (
        "bin/stylelint.mjs",
        ("--config", str(TOOLS / "stylelint.config.mjs"), "--ignore-disables", "-f", "json"),
        "assets/**/*.css",
    ),
}
# What they end with where they found something, and where all is well.
FOUND = {"eslint": 1, "stylelint": 2}


def check_types(packages: Path) -> list[str]:
    """Return the errors that TypeScript finds in the scripts: see tools/audit/tsconfig.json."""
    command = ["node", str(packages / "typescript" / "bin" / "tsc"), "--project", str(TOOLS)]
    return run_tool(command).stdout.splitlines()


def read_baseline() -> list[str]:
    """Return the oldest browsers that the site is for, as Browserslist names them."""
    package = json.loads((TOOLS / "package.json").read_text(encoding="utf-8"))
    return [str(each) for each in package["browserslist"]]


def lint_baseline(site: Path, packages: Path) -> list[str]:
    """Return what the linters find in the sheets and scripts of the built `site`."""
    found = []
    for name, (program, options, files) in LINTERS.items():
        command = ["node", str(packages / name / program), *options, files]
        done = run_tool(command, site, BROWSERSLIST=",".join(read_baseline()))
        # Stylelint writes its report where others write errors.
        report = done.stdout or done.stderr
        if done.returncode not in (0, FOUND[name]) or not report.startswith("["):
            raise MissingToolError(f"{name} does not run: {report.strip()[-300:]}")
        results = json.loads(report)
        print(f"{name}: {len(results)} files", flush=True)
        found += [line for result in results for line in _list_messages(result, site)]
    return found


def _list_messages(result: dict[str, object], site: Path) -> list[str]:
    path = Path(str(result.get("filePath") or result.get("source")))
    messages = result.get("messages") or result.get("warnings") or []
    assert isinstance(messages, list)
    return [
        f"{path.relative_to(site)}:{each.get('line')}: {each.get('message') or each.get('text')}"
        for each in messages
    ]
