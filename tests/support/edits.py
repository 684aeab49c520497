"""What editors do to the data in a preview, at random."""

import random
import re
from pathlib import Path


def edit(text: str, marker: str) -> str:
    """Return the register `text` with `marker` at the head of the CEN's objective."""
    start = text.index("- id: cen\n")
    start = text.index("fr:", text.index("objective:", start))
    place = re.compile(r"[A-Za-zÀ-ÿ]{4,}").search(text, start + 3)
    assert place is not None
    return text[: place.start()] + marker + text[place.start() :]


# Each of these is one edit that an editor makes.
EDITS = ("reword", "swap", "drop milestones", "retitle", "rewrite words")


def spell(number: int) -> str:
    """Return `number` in letters: a figure in one language only is warned of."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def apply_edit(kind: str, seed: int, folder: Path) -> None:
    """Make one random edit of `kind` in the data of the project in `folder`."""
    chance = random.Random(seed)
    register = folder / "data" / "initiatives.yaml"
    text = register.read_text(encoding="utf-8")
    head, *entries = re.split(r"^(?=- id: )", text, flags=re.MULTILINE)
    place = chance.randrange(len(entries) - 1)
    if kind == "reword":
        texts = list(re.finditer(r"^ {4,}([A-ZÀ-Ý][a-zà-ÿ]+) ", entries[place], re.MULTILINE))
        at = chance.choice(texts).end()
        entries[place] = f"{entries[place][:at]}reworded{spell(seed)} {entries[place][at:]}"
    elif kind == "swap":
        entries[place], entries[place + 1] = entries[place + 1], entries[place]
    elif kind == "drop milestones":
        entries[place] = re.sub(
            r"^  milestones:\n(?:(?:   .*)?\n)*", "", entries[place], flags=re.MULTILINE
        )
    elif kind == "retitle":
        entries[place] = re.sub(
            r"(?<=^  name:\n)    fr: (.+)$",
            lambda found: f"    fr: Titre {spell(seed)}",
            entries[place],
            flags=re.MULTILINE,
        )
    else:
        words = folder / "data" / "interface.yaml"
        changed = words.read_text(encoding="utf-8").replace(
            "fr: Objectif", f"fr: Objet {spell(seed)}", 1
        )
        words.write_text(changed, encoding="utf-8")
    register.write_text(head + "".join(entries), encoding="utf-8")
