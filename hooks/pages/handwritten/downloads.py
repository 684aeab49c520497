"""The downloads: the editions in dist/, and the lists as PDF in build/documents/."""

import json
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

INDEX = "downloads.json"


class Download(Struct, frozen=True, kw_only=True):
    """A file to download: `kind` names it in data/interface.yaml, `date` is that of the edition."""

    name: str
    kind: str
    date: str
    size: int
    sha256: str


def read_downloads(folder: Path) -> tuple[Download, ...]:
    """Return the downloads listed in `folder`, none if nothing has been packed yet."""
    index = folder / INDEX
    if not index.exists():
        return ()
    return tuple(Download(**item) for item in json.loads(index.read_text(encoding="utf-8")))


def list_documents(folder: Path) -> tuple[str, ...]:
    """Return the names of the PDFs below `folder`, none if none could be made."""
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")))


def write_downloads(folder: Path, downloads: tuple[Download, ...]) -> None:
    """List `downloads` in `folder`."""
    text = json.dumps([asdict(download) for download in downloads], indent=2)
    (folder / INDEX).write_text(text + "\n", encoding="utf-8", newline="\n")
