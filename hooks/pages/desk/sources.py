"""What the editorial desk needs besides the register, read from files and from git."""

import re
import subprocess
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from pages.desk.desk_page import Evidence
from register.data_files import INITIATIVES
from register.editing.line_numbers import find_field_lines
from register.editing.translation_status import FILE, read_confirmed
from register.model import LANGUAGES

REGISTER = f"data/{INITIATIVES}"
# A limit in seconds: reading a long history is slow, and the preview must not hang on it.
SECONDS = 60
_ENTRY = re.compile(r"- id: +[\"']?([a-z0-9-]+)")


def read_evidence(root: Path, edit_root: str = "") -> Evidence:
    """Return the evidence in the project `root`; `edit_root` is the URL to edit the register at."""
    confirmed = root / "data" / FILE
    pages = [path for language in LANGUAGES for path in (root / "docs" / language).rglob("*.md")]
    return Evidence(
        today=date.today(),
        confirmed=read_confirmed(confirmed.read_text("utf-8")) if confirmed.exists() else {},
        changes=read_changes(root),
        written={
            path.relative_to(root / "docs").as_posix(): path.read_text("utf-8") for path in pages
        },
        lines=find_field_lines((root / REGISTER).read_text("utf-8")),
        edit_root=edit_root,
    )


def read_changes(root: Path) -> dict[str, str] | None:
    """Return the ISO date of the last commit that touched each entry, by id.

    None without a full history: without git, outside a repository, in a shallow clone.
    """
    if _run_git(root, "rev-parse", "--is-shallow-repository") != "false\n":
        return None
    head = _run_git(root, "rev-parse", "HEAD")
    return None if head is None else _read_changes_at(root, head.strip())


@lru_cache(maxsize=1)
def _read_changes_at(root: Path, commit: str) -> dict[str, str] | None:
    blame = _run_git(root, "blame", "--line-porcelain", commit, "--", REGISTER)
    return None if blame is None else find_changes(blame)


def find_changes(blame: str) -> dict[str, str]:
    """Return the ISO date of each entry's last change, by id, from git's line porcelain.

    Empty lines do not count: they belong to no entry.
    """
    changes: dict[str, str] = {}
    entry, day = "", ""
    for line in blame.splitlines():
        if line.startswith("committer-time "):
            day = datetime.fromtimestamp(int(line.partition(" ")[2]), UTC).date().isoformat()
        elif line.startswith("\t") and line.strip():
            start = _ENTRY.match(line, 1)
            entry = start[1] if start else entry
            if entry:
                changes[entry] = max(changes.get(entry, ""), day)
    return changes


def _run_git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
