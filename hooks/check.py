"""Check the register and do nothing else: `python hooks/check.py [data folder]`.

Prints each problem as `path:line:column: field: message` with the line at fault below, and ends
with status 1 if there is any; warnings alone end with 0.
"""

import sys
from pathlib import Path

from register.checking.problems import RegisterError, show_problems
from register.load import load_register

DATA = Path(__file__).resolve().parent.parent / "data"


def main(arguments: list[str]) -> int:
    """Check the folder named in `arguments`, or the project's own; return the exit status."""
    folder = Path(arguments[0]) if arguments else DATA
    try:
        register = load_register(folder)
    except RegisterError as error:
        print(error, file=sys.stderr)
        count = sum(problem.severity == "error" for problem in error.problems)
        print(f"{count} problem{'s' if count > 1 else ''} to mend.", file=sys.stderr)
        return 1
    if register.warnings:
        print(show_problems(register.warnings), file=sys.stderr)
    said = f"{len(register.warnings)} warnings" if register.warnings else "no problem"
    print(f"{folder.name}: {len(register.initiatives)} initiatives, {said}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
