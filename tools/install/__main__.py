"""Install what a command needs of the machine itself, once and before it begins.

Usage: PYTHONPATH=hooks:tools python -m install site|tests|bench|audit

Ends with status 1 and one line where something cannot be had. A site can do without: a line says
so, and the status is 0.
"""

import sys

from install.browser import BROWSER, DRIVER
from install.part import Part
from install.programs import FIREFOX, FONTS, JAVA, NGINX, PANGO
from install.steps import describe_causes, describe_help, find_missing, install

NEEDS: dict[str, tuple[Part, ...]] = {
    "site": (PANGO,),
    "tests": (PANGO, FONTS, DRIVER, BROWSER, FIREFOX, NGINX),
    "bench": (FONTS, DRIVER, BROWSER),
    "audit": (FONTS, BROWSER, NGINX, JAVA),
}
OPTIONAL = ("site",)


def main(command: str) -> int:
    """Install what the `command` needs; return the exit status."""
    missing = find_missing(NEEDS[command])
    causes = install(missing) if missing else {}
    if not causes:
        return 0
    if command in OPTIONAL:
        # What that means, and what helps, is reported by the command itself.
        print(f"Going on without {describe_causes(causes)}.", file=sys.stderr)
        return 0
    line = f"Missing: {describe_causes(causes)}. What helps: {describe_help(causes, missing)}."
    print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
