"""The tables of a document, by what the file is, not by what it is called."""

import io
import zipfile
from pathlib import Path

from importing.readers.limits import MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS, check_package, read_file
from importing.readers.tables import ImportFault, Table, faults_of
from register.messages import say

# How programs of before 2007 begin a file, and those of today one with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT = (".csv", ".tsv", ".txt")
_MACROS = ("vbaProject.bin",)
_KINDS = "[Content_Types].xml"
# Templates, and documents that may have macros.
_OTHER_KINDS = (b"template.main+xml", b".macroEnabled.main+xml")


def read_tables(path: Path) -> tuple[Table, ...]:
    """Return the tables of the document at `path`.

    Raises `ImportFault`, with one line, for whatever cannot be read or is none.
    """
    with faults_of(path.name):
        data, parts = open_document(path)
        tables = _read(data, parts, path.suffix.lower())
        _check_tables(tables)
    return tables


def open_document(path: Path) -> tuple[bytes, frozenset[str]]:
    """Return the bytes of a document and the names of its parts, none of what is no package.

    Raises `ImportFault` if it cannot be read, is too large, has macros or a password, and whatever
    else where it is damaged.
    """
    data = read_file(path)
    if data.startswith(_COMPOUND):
        raise ImportFault(say("import-password" if _ENCRYPTED in data else "import-old-format"))
    if not data.startswith(b"PK"):
        return data, frozenset()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        check_package(package)
        parts = frozenset(package.namelist())
        kinds = package.read(_KINDS) if _KINDS in parts else b""
    if any(part.endswith(_MACROS) for part in parts):
        raise ImportFault(say("import-macros"))
    if any(kind in kinds for kind in _OTHER_KINDS):
        raise ImportFault(say("import-template"))
    return data, parts


def _read(data: bytes, parts: frozenset[str], suffix: str) -> tuple[Table, ...]:
    """Return the tables of a document, by the only library that it needs."""
    if "word/document.xml" in parts:
        from importing.readers.word import read_word

        return read_word(data)
    if "xl/workbook.xml" in parts:
        from importing.readers.workbook import read_workbook

        return read_workbook(data)
    if not parts and suffix in _TEXT:
        from importing.readers.delimited import read_delimited

        return read_delimited(data)
    wanted = say("import-save-as")
    raise ImportFault(say("import-neither" if parts else "import-no-list", wanted=wanted))


def _check_tables(tables: tuple[Table, ...]) -> None:
    if not any(table.rows for table in tables):
        raise ImportFault(say("import-without-table"))
    rows = sum(len(table.rows) for table in tables)
    widest = max((len(row.cells) for table in tables for row in table.rows), default=0)
    size = sum(len(cell) for table in tables for row in table.rows for cell in row.cells)
    if rows > MAX_ROWS or widest > MAX_COLUMNS or size > MAX_CHARACTERS:
        raise ImportFault(say("import-too-much", rows=rows, columns=widest, size=size))
