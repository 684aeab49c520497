"""Check the register and do nothing else: `python hooks/check.py [data folder]`.

Prints one line per problem, `path:line:column: field: message`, and ends with status 1 if there
is any.
"""

import sys
from pathlib import Path

from register.load import load_register
from register.problems import RegisterError

DATA = Path(__file__).resolve().parent.parent / "data"


def main(arguments: list[str]) -> int:
    """Check the folder named in `arguments`, or the project's own; return the exit status."""
    folder = Path(arguments[0]) if arguments else DATA
    try:
        register = load_register(folder)
    except RegisterError as error:
        print(error, file=sys.stderr)
        count = len(error.problems)
        print(f"{count} problem{'s' if count > 1 else ''} to mend.", file=sys.stderr)
        return 1
    print(f"{folder.name}: {len(register.initiatives)} initiatives, no problem.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
