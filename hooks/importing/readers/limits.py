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


# What may be wrong with a path.
_FAULTS = {
    FileNotFoundError: "import-no-file",
    IsADirectoryError: "import-folder",
    PermissionError: "import-locked",
}


def read_file(path: Path) -> bytes:
    """Return the bytes of `path`. Raises `ImportFault` where it cannot be read or is too large."""
    if path.name.startswith("~$"):
        raise ImportFault(say("import-open-mark"))
    try:
        if path.stat().st_size > MAX_FILE:
            raise ImportFault(say("file-too-large", limit=MAX_FILE // 1_000_000))
        data = path.read_bytes()
    except OSError as error:
        if message := _FAULTS.get(type(error)):
            raise ImportFault(say(message)) from None
        raise ImportFault(say("file-unreadable", reason=str(error.strerror))) from None
    if not data.strip():
        raise ImportFault(say("file-empty"))
    return data


def check_package(package: zipfile.ZipFile) -> None:
    """Raise `ImportFault` if the parts of `package` are too many or too large.

    No part is unpacked: what each says of its size is what is unpacked of it at most. Neither Word
    nor Excel writes a declaration of a document type, through which XML reaches for other files.
    """
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise ImportFault(say("import-many-parts", limit=MAX_PARTS))
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ImportFault(say("import-unpacked", limit=MAX_UNPACKED // 1_000_000))
    if any(part.flag_bits & 1 for part in parts):
        raise ImportFault(say("import-password"))
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            # In UTF-16 each letter has a zero byte beside it.
            text = package.read(part).replace(b"\0", b"")
            if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise ImportFault(say("import-entities"))
