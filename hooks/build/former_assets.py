"""Scripts and style sheets of the edition before: they stay one deploy longer, for open tabs.

A page loads more of its own edition when a reader uses it, by names with a hash of the content.
Each build lists these files in `assets/versions.json`, with a hash of each. The next one reads that
list where the site is published, and takes over what it names. The list names the files of its own
edition only, so that nothing gathers from deploy to deploy.

What is read there is not trusted: neither the names in the list nor the files.
"""

import http.client
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urljoin

from build.folders.atomic_folder import readable_files
from build.kept_lists import describe_file
from register.messages import speak
from website.json_in_html import to_compact_json

LIST = "assets/versions.json"
# The names that hooks/assets/prepare.py gives, and the theme.
_VERSIONED = re.compile(
    r"assets/(?:css-[0-9a-f]{8}/[a-z0-9_]+\.css|js-[0-9a-f]{8}/[a-z0-9_]+\.js"
    r"|javascripts/[a-z0-9_]+\.[0-9a-f]{8}\.min\.js)"
)
_ADDRESS = re.compile(r"https?://")
# An edition has 20 such files, of 110,000 bytes at most.
MOST_FILES, MOST_BYTES = 100, 2_000_000
TIMEOUT_SECONDS = 20
# Returns the content of a file by its name below the site's root. Raises `FormerError`, or
# `FileNotFoundError` where the site is but not the file.
Reader = Callable[[str], bytes]


class FormerError(Exception):
    """The edition before cannot be read; the message says why, in a line."""


def is_versioned(name: str) -> bool:
    """Return whether `name`, below the site's root, is one with a hash of the content."""
    return _VERSIONED.fullmatch(name) is not None


def write_list(folder: Path) -> None:
    """Write the list of the versioned files of the site in `folder` into it."""
    names = (path.relative_to(folder).as_posix() for path in (folder / "assets").glob("*/*"))
    found = {
        name: describe_file(name, (folder / name).read_bytes()).digest
        for name in sorted(names)
        if is_versioned(name)
    }
    (folder / LIST).write_text(to_compact_json(found), encoding="utf-8", newline="")


def make_reader(source: str) -> Reader:
    """Return what reads the files of the site at `source`, an address or a folder."""
    if _ADDRESS.match(source):
        return lambda name: _fetch(urljoin(f"{source.rstrip('/')}/", name))
    return lambda name: _read(Path(source), name)


def _fetch(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS) as answer:
            content: bytes = answer.read(MOST_BYTES + 1)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code in (404, 410):
            raise FileNotFoundError(address) from None
        raise FormerError(speak("former-answers", address=address, code=error.code)) from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise FormerError(speak("former-silent", address=address, reason=str(reason))) from None
    return content


def _read(folder: Path, name: str) -> bytes:
    if not folder.is_dir():
        raise FormerError(speak("path-not-folder", path=str(folder)))
    try:
        with (folder / name).open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise FormerError(f"{folder / name}: {error.strerror}") from None


def read_former(read: Reader) -> tuple[dict[str, bytes], list[str]]:
    """Return the versioned files of the published site by name, and the names of those left out.

    Left out is what the list names but is not there, is too large or has another content. Raises
    `FormerError` where the list cannot be read, and `FileNotFoundError` where there is none.
    """
    listed = parse_list(read(LIST))
    files, left_out = {}, []
    for name, digest in listed.items():
        try:
            content = read(name)
        except (FormerError, FileNotFoundError):
            content = b""
        if len(content) <= MOST_BYTES and describe_file(name, content).digest == digest:
            files[name] = content
        else:
            left_out.append(name)
    return files, left_out


def parse_list(content: bytes) -> Mapping[str, str]:
    """Return the hashes in a list by name. Raises `FormerError` for what no build has written."""
    try:
        listed = json.loads(content)
    except (ValueError, RecursionError):
        raise FormerError(speak("former-no-list", name=LIST)) from None
    if not isinstance(listed, dict) or len(listed) > MOST_FILES:
        raise FormerError(speak("former-long", name=LIST, limit=MOST_FILES))
    for name, digest in listed.items():
        if not is_versioned(name) or not isinstance(digest, str):
            raise FormerError(speak("former-unversioned", name=LIST, named=name[:80]))
    return listed


def add_former(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write those of `files` that the site in `folder` lacks into it; return their names."""
    added = [name for name in files if not (folder / name).exists()]
    with readable_files():
        for name in added:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(files[name])
    return added
