"""The manifest of an offline edition: every file with its hash, in the form of sha256sum."""

import hashlib
from pathlib import Path
from typing import Literal

MANIFEST = "MANIFEST.sha256"
Difference = Literal["missing", "added", "altered"]


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def list_files(folder: Path) -> list[str]:
    """Return the files below `folder`, in a fixed order, without the manifest."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if name != MANIFEST)


def write_manifest(folder: Path) -> None:
    """Write the manifest of `folder` into it."""
    lines = [f"{hash_file(folder / name)}  {name}\n" for name in list_files(folder)]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def verify(folder: Path) -> list[tuple[Difference, str]]:
    """Return how the copy in `folder` differs from its manifest, file by file."""
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    expected = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = set(list_files(folder))
    wrong: list[tuple[Difference, str]] = [
        ("missing", name) for name in expected if name not in found
    ]
    wrong += [("added", name) for name in sorted(found) if name not in expected]
    wrong += [
        ("altered", name)
        for name in expected
        if name in found and hash_file(folder / name) != expected[name]
    ]
    return wrong
