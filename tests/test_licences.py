"""The list of licences is complete: every file is ours or named with its licence."""

from fnmatch import fnmatch
from pathlib import Path

import pytest

from publish.licences import list_works
from support.build import ROOT

VENDOR = ROOT / "docs" / "assets" / "vendor"
# Made from the register and from our own templates, scripts and style sheets.
OURS = (
    *("*.html", "*.json", "*.jsonl", "*.jsonld", "*.yaml", "*.csv", "*.xlsx", "*.ttl", "*.xml"),
    *("*.ics", "*.txt", "*.webmanifest", "*.pdf", "download/*", "_headers", "MANIFEST.sha256"),
    *("assets/js-*", "assets/css-*", "assets/icons/*", "assets/favicon.svg", "built"),
    # What scripts read of the register, in the offline edition.
    *("fr/*.js", "en/*.js"),
)


def works() -> list[dict[str, object]]:
    texts = [(VENDOR / name).read_text("utf-8") for name in ("SHIPPED.toml", "VENDORED.toml")]
    return list_works(*texts)


@pytest.mark.parametrize("edition", ["hosted", "offline"])
def test_every_file_is_ours_or_has_its_licence(
    built_site: Path, unpacked: Path, edition: str
) -> None:
    folder = built_site if edition == "hosted" else unpacked
    named = [str(pattern) for work in works() for pattern in work["files"]]  # type: ignore[attr-defined]
    unknown = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(fnmatch(name, pattern) for pattern in (*named, *OURS)):
            unknown.append(name)
    assert not unknown


def test_each_work_is_in_the_list_readers_get(built_site: Path, unpacked: Path) -> None:
    for folder in (built_site, unpacked):
        text = (folder / "licences.txt").read_text("utf-8")
        for work in works():
            assert f"{work['name']} {work['version']}".strip() in text
            assert str(work["licence"]) in text


def test_banners_within_the_scripts_are_named(built_site: Path) -> None:
    """A script that others are bundled into says so in comments that begin with `/*!`."""
    names = " ".join(str(work["name"]).lower() for work in works())
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
        for pattern in work["files"]:  # type: ignore[attr-defined]
            assert any(fnmatch(name, str(pattern)) for name in files), (work["name"], pattern)
