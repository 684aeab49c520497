"""The lists of what a reader can keep on a device: the files of each part, with hash and size.

`keep/edition.json` is the index, small, by which a browser knows whether its edition is the latest:

    {"as_of": {"fr": "19 mars 2024", ...}, "parts": {"fr": {"hash": ..., "files": 9, "size": 3} …}}

`keep/fr.json` and its kin list a part: `{"fr/glossary/": ["1a2b3c4d5e6f7a8b", 80978], ...}`, by
address below the site's root. The browser holds every file against its hash.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from build.texts import write_texts
from register.model import LANGUAGES, Language
from website import urls
from website.json_in_html import to_compact_json

INDEX = f"{urls.KEEP}/edition.json"
# As many hexadecimal digits of SHA-256 as docs/assets/js/keep/lists.js compares.
DIGITS = 16
# For hosts, for search engines, for those who share a link; and what is to take away whole.
_LEFT_OUT = frozenset(
    {
        *("404.html", "robots.txt", "sitemap.xml", "sw.js", "assets/versions.json"),
        # A kept page is never out of date: what it loads is kept with it.
        *("newer.js", urls.NEWER),
    }
)
_FOLDERS_LEFT_OUT = ("assets/cards/", "download/")
_OF_PAGES = (".html", ".js", ".webmanifest")


class SiteFile(Struct, frozen=True, kw_only=True):
    """A file of the site: its name below the root, the beginning of its SHA-256, its bytes."""

    name: str
    digest: str
    size: int


def read_files(folder: Path, known: Iterable[SiteFile] = ()) -> list[SiteFile]:
    """Return the files below `folder` that a reader can keep, in a fixed order.

    Those that are `known` already are not read.
    """
    found = {file.name: file for file in known}
    for name in _list_names(folder):
        if name not in found and find_part(name):
            found[name] = describe_file(name, (folder / name).read_bytes())
    return [found[name] for name in sorted(found) if find_part(name)]


def _list_names(folder: Path) -> Iterator[str]:
    root = os.fspath(folder)
    for place, _, files in os.walk(root):
        below = place[len(root) :].replace(os.sep, "/").lstrip("/")
        prefix = f"{below}/" if below else ""
        yield from (prefix + name for name in files)


def describe_file(name: str, content: bytes) -> SiteFile:
    """Return the file `name` with the `content`."""
    return SiteFile(name=name, digest=_hash(content), size=len(content))


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:DIGITS]


def find_part(name: str) -> str:
    """Return the part that the file `name` is in; empty for one that is never kept.

    The parts are "common", one per language for its pages and search ("fr"), and what a reader may
    want to open outside the browser: "documents" and, per language, "documents-fr".
    """
    first, _, rest = name.partition("/")
    if first.startswith((".", "_")) or name.startswith(_FOLDERS_LEFT_OUT) or name in _LEFT_OUT:
        return ""
    if first in LANGUAGES:
        if rest in _LEFT_OUT:
            return ""
        is_page = rest.endswith(_OF_PAGES) or rest.startswith("search/") or rest == urls.KEPT_WORDS
        return first if is_page else f"documents-{first}"
    return "documents" if first == "data" and not name.endswith(".html") else "common"


def make_lists(files: Iterable[SiteFile], as_of: Mapping[Language, str]) -> dict[str, str]:
    """Return the text of the index and of each list by name; `as_of` is the date per language."""
    parts: dict[str, dict[str, tuple[str, int]]] = {}
    for file in files:
        address = file.name.removesuffix("index.html") if _is_index(file.name) else file.name
        parts.setdefault(find_part(file.name), {})[address] = (file.digest, file.size)
    lists = {f"{urls.KEEP}/{part}.json": to_compact_json(found) for part, found in parts.items()}
    described = {
        part: {
            "hash": _hash(lists[f"{urls.KEEP}/{part}.json"].encode("utf-8")),
            "files": len(found),
            "size": sum(size for _, size in found.values()),
        }
        for part, found in sorted(parts.items())
    }
    return {INDEX: to_compact_json({"as_of": dict(as_of), "parts": described}), **lists}


def _is_index(name: str) -> bool:
    return name.rpartition("/")[2] == "index.html"


def write_lists(
    folder: Path, as_of: Mapping[Language, str], known: Iterable[SiteFile] = ()
) -> None:
    """Write the index and the lists of the site in `folder` into it; `known` need no reading."""
    write_texts(folder, make_lists(read_files(folder, known), as_of))
