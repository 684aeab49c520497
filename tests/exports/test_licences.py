"""The list of licences is complete: every file is ours or named with its licence and its text."""

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import material
import pytest

from assets.script_bundles import SINGLE_FILE, name_part
from exports.licences import OWN, RULE, Work, list_works
from support.build import ROOT

VENDOR = ROOT / "docs" / "assets" / "vendor"
PATH = re.compile(r' d="([^"]{8,})"')
# Made from the register and from our own templates, scripts and style sheets.
OURS = (
    *("*.html", "*.json", "*.jsonl", "*.jsonld", "*.yaml", "*.csv", "*.xlsx", "*.ttl", "*.xml"),
    *("*.ics", "*.txt", "*.webmanifest", "*.pdf", "*.docx", "download/*", "_headers"),
    *(
        "MANIFEST.sha256",
        "sw.js",
        "newer.js",
        "assets/js-*",
        "assets/css-*",
        "assets/icons/*",
        "assets/favicon.svg",
        "built",
    ),
    # What scripts read of the register, in the offline edition.
    *("fr/*.js", "en/*.js"),
)


# What each licence says at its heart, whoever grants it.
HEARTS = {
    "MIT": "The above copyright notice and this permission notice shall be included in all copies",
    "Apache 2.0": "You must give any other recipients of the Work or Derivative Works a copy",
    "Pictogrammers Free License (Apache 2.0)": "Pictogrammers Free License",
    "0BSD": "Permission to use, copy, modify, and/or distribute this software for any purpose",
    "W3C Software and Document License (2015)": "The full text of this NOTICE in a location",
    "SIL Open Font License 1.1": "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
}


def works() -> list[Work]:
    return list_works(VENDOR)


def squeeze(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("edition", ["hosted", "offline"])
def test_every_file_is_ours_or_has_its_licence(
    built_site: Path, unpacked: Path, edition: str
) -> None:
    folder = built_site if edition == "hosted" else unpacked
    named = [pattern for work in works() for pattern in work.files]
    unknown = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(fnmatch(name, pattern) for pattern in (*named, *OURS)):
            unknown.append(name)
    assert not unknown


def test_each_work_is_in_the_list_readers_get_with_its_full_text(
    built_site: Path, unpacked: Path
) -> None:
    own = OWN.read_text("utf-8").strip()
    for folder in (built_site, unpacked):
        text = (folder / "licences.txt").read_text("utf-8")
        index = text.partition(RULE)[0]
        assert own in text
        for work in works():
            assert f"{work.name} {work.version}".strip() in index
            assert f"© {work.holders}" in index
            assert work.texts
            for each in work.texts:
                assert text.count(each) == 1, work.name
        assert index.count("\n") < 90
        # Each number of the index leads to a text, and the other way round.
        marks = set(re.findall(r"\[\d+\]", index))
        assert marks == set(re.findall(r"(?m)^\[\d+\](?= )", text.removeprefix(index)))


@pytest.mark.parametrize("work", works(), ids=lambda work: work.name.split(",")[0])
def test_the_text_is_that_of_the_licence_named(work: Work) -> None:
    text = squeeze(" ".join(work.texts))
    assert HEARTS[work.licence] in text
    if work.licence == "MIT":
        for holder in work.holders.split(", "):
            assert re.sub("[“”]", '"', holder) in text


def test_what_the_theme_is_made_of_is_named() -> None:
    """The theme names it in the source maps that it brings for developers."""
    templates = Path(material.__file__).parent / "templates" / "assets"
    maps = [*templates.glob("javascripts/bundle.*.map"), *templates.glob("stylesheets/*.map")]
    assert len(maps) == 3
    sources = [source for path in maps for source in json.loads(path.read_text())["sources"]]
    found = {match[1] for each in sources if (match := re.search(r"node_modules/([^/]+)", each))}
    assert found == {module for work in works() for module in work.modules}


def test_the_single_files_have_nothing_of_others(editions: Path) -> None:
    """They carry no licences but our own, because styles, scripts and pictures are ours."""
    icons = Path(material.__file__).parent / "templates" / ".icons"
    paths = {match for icon in icons.rglob("*.svg") for match in PATH.findall(icon.read_text())}
    assert len(paths) > 5000
    assert not [part for part in SINGLE_FILE if "/vendor/" in name_part(part)]
    for page in editions.glob("*.html"):
        text = page.read_text("utf-8")
        assert "/*!" not in text
        assert "@font-face" not in text
        assert not paths & set(PATH.findall(text))


def test_banners_within_the_scripts_are_named(built_site: Path) -> None:
    """A script that others are bundled into says so in comments that begin with `/*!`."""
    names = " ".join(work.name.lower() for work in works())
    for path in (built_site / "assets" / "javascripts").rglob("*.js"):
        for banner in path.read_text("utf-8").split("/*!")[1:]:
            title = banner.strip(" *\n").split("\n")[0].lower()
            words = title.replace(".", " ").replace(",", " ").split()
            assert any(word in names for word in words), (path.name, title)


def test_names_of_files_still_lead_to_files(built_site: Path, unpacked: Path) -> None:
    files = [
        path.relative_to(folder).as_posix()
        for folder in (built_site, unpacked)
        for path in folder.rglob("*")
        if path.is_file()
    ]
    for work in works():
        for pattern in work.files:
            assert any(fnmatch(name, pattern) for name in files), (work.name, pattern)
