"""What a document may be: how large, packed and unpacked, and of what."""

import zipfile
from pathlib import Path

from importing.readers.tables import ImportFault
from register.messages import say

MAX_FILE = 20_000_000
MAX_UNPACKED = 200_000_000
MAX_PARTS = 2_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60
# Of all cells together.
MAX_CHARACTERS = 10_000_000


def read_file(path: Path) -> bytes:
    """Return the bytes of `path`. Raises `ImportFault` where it cannot be read or is too large."""
    if path.name.startswith("~$"):
        raise ImportFault(say("import-open-mark")).of_file(path.name)
    try:
        if path.stat().st_size > MAX_FILE:
            fault = say("file-too-large", limit=MAX_FILE // 1_000_000)
            raise ImportFault(fault).of_file(path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImportFault(say("import-no-file")).of_file(path.name) from None
    except IsADirectoryError:
        raise ImportFault(say("import-folder")).of_file(path.name) from None
    except PermissionError:
        raise ImportFault(say("import-locked")).of_file(path.name) from None
    except OSError as error:
        fault = say("file-unreadable", reason=str(error.strerror))
        raise ImportFault(fault).of_file(path.name) from None
    if not data.strip():
        raise ImportFault(say("file-empty")).of_file(path.name)
    return data


def check_package(package: zipfile.ZipFile, name: str) -> None:
    """Raise `ImportFault` if the parts of `package` are too many or too large.

    No part is unpacked: what each says of its size is what is unpacked of it at most. Neither Word
    nor Excel writes a declaration of a document type, through which XML reaches for other files.
    """
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise ImportFault(say("import-many-parts", limit=MAX_PARTS)).of_file(name)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        fault = say("import-unpacked", limit=MAX_UNPACKED // 1_000_000)
        raise ImportFault(fault).of_file(name)
    if any(part.flag_bits & 1 for part in parts):
        raise ImportFault(say("import-password")).of_file(name)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _check_part(package, part, name)


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    try:
        text = package.read(part)
    except Exception as error:  # each kind of damage has an exception of its own
        raise broken(name) from error
    # In UTF-16 each letter has a zero byte beside it.
    if b"<!DOCTYPE" in text.replace(b"\0", b"") or b"<!ENTITY" in text.replace(b"\0", b""):
        raise ImportFault(say("import-entities")).of_file(name)


def broken(name: str) -> ImportFault:
    """Return the fault of a document that its own program could not open either."""
    return ImportFault(say("import-damaged")).of_file(name)
