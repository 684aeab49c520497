"""A document that is hostile or damaged is refused in a single clear line."""

import random
import re
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

from importing.lists.rows import read_lists
from importing.readers import limits
from importing.readers.document import read_tables
from importing.readers.tables import ImportFault
from importing.words import ImportWords
from support.registers.lists import (
    LINES,
    write_word,
    write_workbook,
)


def refuse(path: Path) -> str:
    with pytest.raises(ImportFault) as caught:
        read_tables(path)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(path.name)
    return message


def pack(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def replace_part(path: Path, name: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    assert old in parts[name]
    pack(path, {**parts, name: parts[name].replace(old, new, 1)})


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007"),
        (
            "locked.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
        ("list.pdf", b"%PDF-1.7 ...", "no list that can be read"),
        ("cut.docx", b"PK\x03\x04" + bytes(40), "damaged"),
        ("empty.csv", b" \n", "the file is empty"),
        ("picture.csv", b"\x89PNG\x00\x01\x02\x81\x8d", "this is no text"),
        ("~$list.docx", b"x", "mark of a document that is open"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert said in refuse(path)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refuse(tmp_path / "none.docx")
    (tmp_path / "folder").mkdir()
    assert "folder" in refuse(tmp_path / "folder")
    assert "neither a Word" in refuse(pack(tmp_path / "x.docx", {"mimetype": b"odt"}))


def test_xml_that_reaches_for_files_is_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "list.docx", LINES)
    entity = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document'
    replace_part(path, "word/document.xml", b"<w:document", entity)
    assert "declares XML entities" in refuse(path)
    path = write_workbook(tmp_path / "list.xlsx", LINES)
    sheet = "xl/worksheets/sheet1.xml"
    replace_part(path, sheet, b"<worksheet", entity.replace(b"w:document", b"worksheet"))
    assert "declares XML entities" in refuse(path)


def test_macros_are_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "list.docx", LINES)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")
    assert "holds macros" in refuse(path)


def test_what_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_UNPACKED", 3_000_000)
    bomb = pack(tmp_path / "bomb.docx", {"word/document.xml": bytes(4_000_000)})
    assert bomb.stat().st_size < 10_000
    assert "unpacked" in refuse(bomb)
    monkeypatch.setattr(limits, "MAX_PARTS", 2)
    assert "more than 2 parts" in refuse(write_word(tmp_path / "list.docx", LINES))
    monkeypatch.setattr(limits, "MAX_FILE", 1_000)
    assert "larger than" in refuse(write_word(tmp_path / "list.docx", LINES))


@pytest.mark.parametrize("reference", ["A1:XFD1048576", "B2:C1048576"])
def test_a_sheet_merged_without_end_is_refused(tmp_path: Path, reference: str) -> None:
    path = write_workbook(tmp_path / "list.xlsx", LINES)
    book = openpyxl.load_workbook(path)
    first = str(next(iter(book.active.merged_cells.ranges)))
    replace_part(path, "xl/worksheets/sheet1.xml", first.encode(), reference.encode())
    assert "more than a list" in refuse(path)


def test_damaged_xml_is_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "list.docx", LINES)
    replace_part(path, "word/document.xml", b"</w:body>", b"")
    assert "damaged" in refuse(path)
    path = write_workbook(tmp_path / "list.xlsx", LINES)
    replace_part(path, "xl/workbook.xml", b"</workbook>", b"")
    assert "damaged" in refuse(path)


@pytest.mark.parametrize("name", ["list.docx", "list.xlsx"])
def test_whatever_is_damaged_a_list_is_read_or_refused_in_one_line(
    tmp_path: Path, words: ImportWords, name: str
) -> None:
    path = tmp_path / name
    (write_word if name.endswith("docx") else write_workbook)(path, LINES)
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    chance = random.Random(name)
    outcomes: Counter[str] = Counter()
    for _ in range(150):
        pack(path, {**parts, **damage(parts, chance)})
        if chance.random() < 0.3:
            data = bytearray(path.read_bytes())
            data[chance.randrange(len(data))] = chance.randrange(256)
            path.write_bytes(data)
        try:
            read_lists(read_tables(path), words)
            outcomes["read"] += 1
        except ImportFault as fault:
            assert "\n" not in str(fault)
            outcomes["refused"] += 1
    assert min(outcomes["read"], outcomes["refused"]) > 10, outcomes


def damage(parts: dict[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """Return one of the XML `parts` with a tag twice or gone, or a value that is none."""
    name = chance.choice([each for each in parts if each.endswith((".xml", ".rels"))])
    text = parts[name]
    tag = chance.choice(list(re.finditer(rb"<[^>]*>", text)))
    values = list(re.finditer(rb'"[^"]*"', text))
    value = chance.choice(values) if values else tag
    start, end, new = chance.choice(
        [
            (tag.start(), tag.end(), b""),
            (tag.end(), tag.end(), tag.group()),
            (value.start(), value.end(), chance.choice([b'"0"', b'"-1"', b'"99999999999"', b'""'])),
        ]
    )
    return {name: text[:start] + new + text[end:]}
