"""Print what the editorial desk of the preview shows: `make report`, `make report IN=en`.

Usage: python tools/report.py [fr | en]
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pages.all_pages import list_pages  # noqa: E402
from pages.desk.desk_page import Desk, Finding, gather  # noqa: E402
from pages.desk.sources import REGISTER, read_evidence  # noqa: E402
from register.checking.problems import RegisterError  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES, Language  # noqa: E402
from website.localized_site import LocalizedSite  # noqa: E402
from website.templates import make_templates  # noqa: E402
from website.urls import Links  # noqa: E402 - the hooks folder is not a package

# By the state of a cell of the grid.
MARKS = {"given": "x", "gap": "-", "none": "."}


def write_report(desk: Desk, site: LocalizedSite) -> str:
    """Return `desk` as text: the grid, then a line per finding, grouped by kind."""
    words = site.words
    marks = ", ".join(f"{mark} {words(f'desk-{state}')}" for state, mark in MARKS.items())
    lines = [words("desk-grid"), f"({marks})", ""]
    for nth, column in enumerate(desk.grid.columns):
        lines.append(f"  {'|' * nth}+- {column} ({desk.grid.given[nth]}/{len(desk.grid.rows)})")
    for row in desk.grid.rows:
        cells = "".join(MARKS[cell.state] for cell in row.cells)
        lines.append(f"  {cells}  {REGISTER}:{row.place.line}  {row.place.id}")
    for section in desk.sections:
        lines += ["", f"{words(f'desk-{section.key}')} ({len(section.findings)})", section.note]
        lines += [f"  {_write_finding(finding)}" for finding in section.findings]
    return "\n".join(lines)


def _write_finding(finding: Finding) -> str:
    where = [finding.file]
    if finding.place is not None:
        where = [f"{REGISTER}:{finding.place.line}", finding.place.id]
    text = " ".join(finding.text.split())
    confirm = [f"(make confirm ID={finding.confirm})"] if finding.confirm else []
    return " ".join([": ".join([*where, *filter(None, [finding.field]), text]), *confirm])


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Print the report of the project in `root`, in French unless told; return the exit status."""
    language: Language = "en" if arguments == ["en"] else "fr"
    if arguments and arguments != [language]:
        print(f"The report speaks {' and '.join(LANGUAGES)}.", file=sys.stderr)
        return 1
    try:
        register = load_register(root / "data")
    except RegisterError as error:
        print(f"{error}\nMend the register first.", file=sys.stderr)
        return 1
    templates = make_templates(root / "templates")
    sites = {each: LocalizedSite(register, each, templates, Links()) for each in LANGUAGES}
    evidence = read_evidence(root)
    pages = frozenset(name for site in sites.values() for name in list_pages(site))
    desk = gather(sites[language], evidence, pages | evidence.written.keys())
    print(write_report(desk, sites[language]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
