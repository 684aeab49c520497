"""See that WeasyPrint finds Pango, the system library that sets its text; get it if need be.

Where it is missing, tries Debian's packages, as root or with sudo. If it cannot be had, says so in
one line and ends with status 1.
"""

import sys

from debian import install_packages
from offline.pdf_engine import MESSAGE, PANGO_PACKAGES, describe_engine, has_harfbuzz_subsetter


def main() -> int:
    """Return the exit status."""
    engine = describe_engine()
    if engine is None or not has_harfbuzz_subsetter(engine):
        install_packages(*PANGO_PACKAGES)
        engine = describe_engine()
    if engine is not None:
        return 0
    print(MESSAGE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
