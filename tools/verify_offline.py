"""Verify an unpacked offline edition against its manifest.

Usage: python tools/verify_offline.py FOLDER

Prints one line per file that is altered, missing or added, and ends with status 1 if there is any.
"""

import sys
from pathlib import Path

from offline import MANIFEST, hash_file, list_files


def verify(folder: Path) -> list[str]:
    """Return what is wrong with the copy in `folder`."""
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = set(list_files(folder))
    wrong = [f"missing: {name}" for name in expected if name not in found]
    wrong += [f"added: {name}" for name in sorted(found) if name not in expected]
    wrong += [
        f"altered: {name}"
        for name in expected
        if name in found and hash_file(folder / name) != expected[name]
    ]
    return wrong


def main() -> int:
    """Verify the folder named on the command line; return the exit status."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / MANIFEST).exists():
        print(f"name a folder that has a {MANIFEST}", file=sys.stderr)
        return 2
    wrong = verify(Path(sys.argv[1]))
    print("\n".join(wrong) if wrong else "The copy is whole.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
