"""What a document may be: how large, packed and unpacked, and of what."""

import zipfile
from pathlib import Path

from importing.readers.tables import ImportFault

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
        raise ImportFault(
            f"{path.name}: this is the mark of a document that is open; name the document itself"
        )
    try:
        if path.stat().st_size > MAX_FILE:
            raise ImportFault(f"{path.name}: larger than {MAX_FILE // 1_000_000} million bytes")
        data = path.read_bytes()
    except FileNotFoundError:
        raise ImportFault(f"{path.name}: there is no such file") from None
    except IsADirectoryError:
        raise ImportFault(f"{path.name}: this is a folder; name a document in it") from None
    except PermissionError:
        message = "cannot be read; if it is open in another program, close it there"
        raise ImportFault(f"{path.name}: {message}") from None
    except OSError as error:
        raise ImportFault(f"{path.name}: cannot be read: {error.strerror}") from None
    if not data.strip():
        raise ImportFault(f"{path.name}: the file is empty")
    return data


def check_package(package: zipfile.ZipFile, name: str) -> None:
    """Raise `ImportFault` if the parts of `package` are too many or too large.

    No part is unpacked: what each says of its size is what is unpacked of it at most. Neither Word
    nor Excel writes a declaration of a document type, through which XML reaches for other files.
    """
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise ImportFault(f"{name}: the document has more than {MAX_PARTS} parts")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        size = MAX_UNPACKED // 1_000_000
        raise ImportFault(f"{name}: unpacked, the document is larger than {size} million bytes")
    if any(part.flag_bits & 1 for part in parts):
        raise ImportFault(f"{name}: the document is protected by a password; save it without one")
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
        raise ImportFault(f"{name}: the document declares XML entities, as no list does; refused")


def broken(name: str) -> ImportFault:
    """Return the fault of a document that its own program could not open either."""
    return ImportFault(f"{name}: the document is damaged; open it, save it again and try that")
