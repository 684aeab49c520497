"""What a reader can keep: every file in one part, by address, with hash and size; and the words."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from build.kept_lists import INDEX, SiteFile, find_part, make_lists, read_files
from build.kept_pages import WORDS
from support.build import ROOT

SCRIPTS = ROOT / "docs" / "assets" / "js" / "keep"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("index.html", "common"),
        ("assets/js-1a2b3c4d/site.js", "common"),
        ("keep/not-kept-fr.html", "common"),
        ("data/index.html", "common"),
        ("fr/index.html", "fr"),
        ("en/search/documents.js", "en"),
        ("en/search/search_index.json", "en"),
        ("fr/keep.json", "fr"),
        ("fr/initiatives/cen.json", "documents-fr"),
        ("fr/lists/list.docx", "documents-fr"),
        ("data/v1/register.xlsx", "documents"),
        ("fr/404.html", ""),
        ("404.html", ""),
        ("sw.js", ""),
        ("newer.js", ""),
        ("fr/newer.json", ""),
        ("assets/versions.json", ""),
        ("_headers", ""),
        (".htaccess", ""),
        ("download/wco-data.zip", ""),
        ("assets/cards/fr/register.png", ""),
    ],
)
def test_each_file_is_in_its_part(name: str, part: str) -> None:
    assert find_part(name) == part


def test_the_lists_of_a_built_site_name_what_is_there(built_site: Path) -> None:
    index = json.loads((built_site / INDEX).read_text("utf-8"))
    assert index["as_of"] == {"fr": "19 mars 2024", "en": "19 March 2024"}
    names = {"common", "fr", "en", "documents", "documents-fr", "documents-en"}
    assert set(index["parts"]) == names
    seen: set[str] = set()
    for part, described in index["parts"].items():
        text = (built_site / "keep" / f"{part}.json").read_bytes()
        assert hashlib.sha256(text).hexdigest()[:16] == described["hash"]
        files = json.loads(text)
        assert len(files) == described["files"]
        assert sum(size for _, size in files.values()) == described["size"]
        for address, (digest, size) in files.items():
            is_page = not address or address.endswith("/")
            path = built_site / (f"{address}index.html" if is_page else address)
            data = path.read_bytes()
            assert len(data) == size, address
            assert hashlib.sha256(data).hexdigest()[:16] == digest, address
        assert seen.isdisjoint(files)
        seen |= set(files)
    assert {"", "fr/", "en/glossary/", "fr/lists/wco-data-succinct-fr.pdf"} <= seen


def test_a_change_in_one_language_leaves_the_other(built_site: Path) -> None:
    files = read_files(built_site)
    changed = [
        SiteFile(name=file.name, digest="0" * 16, size=file.size)
        if file.name == "en/about/index.html"
        else file
        for file in files
    ]
    dates = {"fr": "", "en": ""}
    before, after = (make_lists(each, dates) for each in (files, changed))  # type: ignore[arg-type]
    different = {name for name in before if before[name] != after[name]}
    assert different == {INDEX, "keep/en.json"}


def test_thousands_of_entries_make_a_list_of_sensible_size() -> None:
    """At 4,100 entries: the index stays small, a language's list is a fraction of its pages."""
    files = [
        SiteFile(
            name=f"fr/initiatives/an-initiative-{number}/index.html",
            digest=hashlib.sha256(str(number).encode()).hexdigest()[:16],
            size=20_000,
        )
        for number in range(4_100)
    ]
    lists = make_lists(files, {"fr": "2 mai 2024", "en": "2 May 2024"})
    assert len(lists[INDEX]) < 300
    assert len(lists["keep/fr.json"]) < 300_000


def test_scripts_have_the_words_that_they_use() -> None:
    text = "".join(path.read_text("utf-8") for path in SCRIPTS.rglob("*.js"))
    used = set(re.findall(r'say\((?:\w+ \? )?"(keep-[a-z-]+)"', text))
    used |= set(re.findall(r'say\([^)]*\? "(keep-[a-z-]+)" : "', text))
    used |= set(re.findall(r'say\([^)]*\? "keep-[a-z-]+" : "(keep-[a-z-]+)"', text))
    assert len(used) > 20
    assert used <= set(WORDS)
    reasons = re.findall(r'"(\w+)"', re.findall(r"const REASONS = \[(.*?)\]", text)[0])
    assert {f"keep-stopped-{reason}" for reason in reasons} <= set(WORDS)


def test_the_worker_is_one_file_that_loads_no_other(built_site: Path) -> None:
    text = (built_site / "sw.js").read_text("utf-8")
    assert "importScripts" not in text
    assert 'addEventListener("fetch"' in text


def test_what_is_opened_from_a_folder_keeps_nothing(unpacked: Path) -> None:
    assert not list(unpacked.rglob("sw.js")) + list(unpacked.rglob("keep.js"))
    assert not (unpacked / "keep").exists()
    pages = list(unpacked.rglob("*.html"))
    assert len(pages) > 200
    assert not [page for page in pages if "data-keep" in page.read_text("utf-8")]
