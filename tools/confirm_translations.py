"""Note that the English of some entries says what their French says now: `make confirm ID=cen`.

Rewrites data/translations.yaml.

Usage: python tools/confirm_translations.py (ID | ID.FIELD)... | all
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from register.checking.problems import RegisterError  # noqa: E402
from register.checking.rules import explain_unknown  # noqa: E402 - the hooks folder is not a package
from register.editing.translation_status import (  # noqa: E402
    FILE,
    confirm,
    list_texts,
    read_confirmed,
    write_confirmed,
)
from register.load import load_register  # noqa: E402


def main(arguments: list[str], folder: Path = ROOT / "data") -> int:
    """Confirm what `arguments` name in the register in `folder`; return the exit status."""
    if not arguments:
        print("Say what to confirm: an id, a field (cen.objective) or all.", file=sys.stderr)
        return 1
    try:
        entries = load_register(folder).initiatives
    except RegisterError as error:
        print(f"{error}\nMend the register first.", file=sys.stderr)
        return 1
    fields = {f"{entry.id}.{field}" for entry in entries for field, _ in list_texts(entry)}
    known = {entry.id for entry in entries} | fields | {"all"}
    for name in arguments:
        if name not in known:
            # Too many fields to list them all.
            hint = explain_unknown(name, sorted(known), "an entry or a field with texts")
            print(hint.partition(" Allowed:")[0], file=sys.stderr)
            return 1
    path = folder / FILE
    before = read_confirmed(path.read_text(encoding="utf-8")) if path.exists() else {}
    after = confirm(entries, before, arguments)
    path.write_text(write_confirmed(after), encoding="utf-8")
    changed = sum(before.get(key) != pairs for key, pairs in after.items())
    print(f"{path.parent.name}/{FILE}: {changed} field{'' if changed == 1 else 's'} confirmed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
