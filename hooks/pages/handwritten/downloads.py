"""The downloads: the editions in dist/, and the lists as PDF in build/documents/."""

from pathlib import Path

from msgspec import Struct, json

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
    return json.decode(index.read_bytes(), type=tuple[Download, ...]) if index.exists() else ()


def list_documents(folder: Path) -> tuple[str, ...]:
    """Return the names of the PDFs below `folder`, none if none could be made."""
    return tuple(sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pdf")))


def write_downloads(folder: Path, downloads: tuple[Download, ...]) -> None:
    """List `downloads` in `folder`."""
    (folder / INDEX).write_bytes(json.format(json.encode(downloads), indent=2) + b"\n")
