"""Begin a new entry: `make new` prints one, `make new ID=my-entry` adds it to the register.

It asks nothing. What it writes is right but for the texts, which are to be filled in.
"""

import argparse
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from register.checking.problems import RegisterError  # noqa: E402
from register.checking.suggestions import to_slug  # noqa: E402
from register.editing.new_entry import make_entry  # noqa: E402
from register.load import INITIATIVES, load_register  # noqa: E402 - hooks/ is not a package
from register.model import SLUG_PATTERN  # noqa: E402
from register.register import Register  # noqa: E402

PLACEHOLDER = "new-entry"


def find_fault(entry_id: str, register: Register) -> str:
    """Return why `entry_id` cannot be the id of a new entry, or nothing."""
    if not re.fullmatch(SLUG_PATTERN, entry_id) or len(entry_id) > 60:
        return (
            f'"{entry_id}" cannot be an id: lower-case letters without accents, digits and single '
            f'hyphens, at most 60 characters. Perhaps "{to_slug(entry_id)[:60]}"?'
        )
    for entry in register.initiatives:
        if entry_id == entry.id or entry_id in entry.former_ids:
            return f'the id "{entry_id}" is already taken, at line {register.lines[entry.id]}'
    return ""


def add_entry(path: Path, text: str) -> int:
    """Add the entry `text` at the end of the file `path`; return the line where it begins."""
    source = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n"
    path.write_text(source + text, encoding="utf-8", newline="\n")
    return source.count("\n") + 1


def main() -> int:
    """Print or add an entry; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("id", nargs="?", default="", help="id of the entry to add")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="the data folder")
    arguments = parser.parse_args()
    try:
        register = load_register(arguments.data)
    except RegisterError as error:
        print(f"{error}\nMend this first.", file=sys.stderr)
        return 1
    if not arguments.id:
        print(make_entry(register, PLACEHOLDER), end="")
        return 0
    if fault := find_fault(arguments.id, register):
        print(fault, file=sys.stderr)
        return 1
    path = arguments.data / INITIATIVES
    line = add_entry(path, make_entry(register, arguments.id))
    print(f"{path.parent.name}/{path.name}:{line}: fill in the texts between the quotes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
