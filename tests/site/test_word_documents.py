"""The lists as Word documents are where their links lead, online and offline."""

from pathlib import Path

import docx
import lxml.html
import pytest

from offline.manifest import MANIFEST, hash_file
from pages.lists.list_pages import KINDS
from register.model import LANGUAGES, Language
from register.register import Register
from website import urls


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("edition", ["hosted", "offline"])
def test_pages_offer_the_documents_beside_the_pdfs(
    built_site: Path, unpacked: Path, register: Register, edition: str, language: Language
) -> None:
    folder = built_site if edition == "hosted" else unpacked
    offered = {}
    # The page of the downloads is online only.
    pages = ("data", *KINDS.values(), *(["download"] if edition == "hosted" else []))
    for path in pages:
        name = f"{path}/index.html" if edition == "hosted" else f"{path}.html"
        page = folder / language / name
        links = lxml.html.fromstring(page.read_bytes()).xpath("//main//a/@href")
        found = [link for link in links if link.endswith((".docx", ".pdf"))]
        base = page.parent
        offered[path] = {(base / link).resolve() for link in found}
    stem = register.publication.file_stem
    whole = {
        (folder / urls.document(stem, kind, language, suffix)).resolve()
        for kind in KINDS
        for suffix in ("pdf", "docx")
    }
    assert offered["data"] == offered.get("download", whole) == whole
    for kind, path in KINDS.items():
        assert offered[path] == {each for each in whole if f"-{kind}-" in each.name}
    manifest = (unpacked / MANIFEST).read_text(encoding="utf-8")
    for each in whole:
        if each.suffix == ".docx":
            assert docx.Document(str(each)).tables
            if edition == "offline":
                name = each.relative_to(folder.resolve()).as_posix()
                assert f"{hash_file(each)}  {name}\n" in manifest
