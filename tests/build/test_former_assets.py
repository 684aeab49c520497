"""Scripts of the edition before stay one deploy longer; what a host answers is not trusted."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build.former_assets import (
    LIST,
    MOST_BYTES,
    MOST_FILES,
    FormerError,
    add_former,
    is_versioned,
    make_reader,
    parse_list,
    read_former,
    write_list,
)
from build.kept_lists import describe_file
from servers.static_server import serve
from support.build import ROOT
from support.commands import run_command

SCRIPT = "assets/js-1a2b3c4d/site.js"


def publish(folder: Path, *names: str) -> Path:
    """Write a site that has a list and the files with these `names`, their content their name."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    write_list(folder)
    return folder


def list_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_built_site_lists_all_that_is_kept_for_good(built_site: Path) -> None:
    listed = parse_list((built_site / LIST).read_bytes())
    found = {
        name
        for name in list_files(built_site / "assets")
        if re.search(r"[-.][0-9a-f]{8}[./]", name)
    }
    assert {f"assets/{name}" for name in found} == set(listed)
    assert len(listed) > 15
    for name, digest in listed.items():
        assert describe_file(name, (built_site / name).read_bytes()).digest == digest
    assert sum((built_site / name).stat().st_size for name in listed) < MOST_BYTES
    assert len(listed) < MOST_FILES


@pytest.mark.parametrize("by", ["http", "folder"])
def test_one_edition_is_kept_and_no_more(tmp_path: Path, by: str) -> None:
    first = publish(tmp_path / "1", SCRIPT, "assets/favicon.svg")
    second = publish(tmp_path / "2", "assets/js-22222222/site.js", "assets/css-22222222/site.css")
    third = publish(tmp_path / "3", "assets/js-33333333/site.js", "assets/css-22222222/site.css")

    def take_over(former: Path, site: Path) -> list[str]:
        if by == "folder":
            files, left_out = read_former(make_reader(str(former)))
        else:
            with serve(former) as address:
                files, left_out = read_former(make_reader(address))
        assert not left_out
        return add_former(site, files)

    assert take_over(first, second) == [SCRIPT]
    assert (second / SCRIPT).read_text("utf-8") == SCRIPT
    # What was taken over is not on: its own edition's list does not name it.
    assert take_over(second, third) == ["assets/js-22222222/site.js"]
    own = {"assets/js-33333333/site.js", "assets/css-22222222/site.css", LIST}
    assert list_files(third) == own | {"assets/js-22222222/site.js"}


def test_what_is_not_what_was_built_is_left_out(tmp_path: Path) -> None:
    gone, other = "assets/js-1a2b3c4d/search.js", "assets/js-1a2b3c4d/keep.js"
    site = publish(tmp_path, SCRIPT, gone, other)
    (site / gone).unlink()
    (site / other).write_text("changed on the way", "utf-8")
    files, left_out = read_former(make_reader(str(site)))
    assert list(files) == [SCRIPT]
    assert sorted(left_out) == sorted([gone, other])


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "assets/js-1a2b3c4d/../../index.html",
        "assets/js-1a2b3c4d/site.js\n",
        "assets/js-1a2b3c4d/site.php",
        "assets/js-1a2b3c4d/.htaccess",
        "assets/js-1a2b3c4d\\site.js",
        "assets/js-1A2B3C4D/site.js",
        "https://elsewhere.example/site.js",
        "index.html",
        "",
    ],
)
def test_a_list_names_versioned_files_only(name: str) -> None:
    with pytest.raises(FormerError, match="no versioned file"):
        parse_list(json.dumps({SCRIPT: "ab", name: "ab"}).encode())


@given(st.text())
def test_a_versioned_name_leads_nowhere_else(name: str) -> None:
    assert is_versioned(SCRIPT)
    assert not is_versioned(name) or name.startswith("assets/")


@pytest.mark.parametrize(
    "content",
    [
        *(b"<!doctype html>", b"", b"\xff\xfe", b"[" * 100_000, b"[]", b"null"),
        json.dumps({SCRIPT: 1}).encode(),
        json.dumps({f"assets/js-{n:08x}/a.js": "" for n in range(MOST_FILES + 1)}).encode(),
    ],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(FormerError, match=LIST):
        parse_list(content)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose build puts a site of one script in the place of the one before."""
    folder = tmp_path / "project"
    (folder / "data").mkdir(parents=True)
    shutil.copy2(ROOT / "data" / "publication.yaml", folder / "data")

    def build(_last: str, project: Path) -> None:
        shutil.rmtree(project / "site", ignore_errors=True)
        publish(project / "site", "assets/js-22222222/site.js")

    monkeypatch.setattr("commands.publishing.site.make_up_to", build)
    return folder


@pytest.mark.parametrize("is_in_place", [True, False])
def test_a_build_takes_over_the_edition_before(
    project: Path, tmp_path: Path, is_in_place: bool
) -> None:
    former = publish(project / "site" if is_in_place else tmp_path / "published", SCRIPT)
    done = run_command("--project", str(project), "site", "--previous", str(former))
    assert done.exit_code == 0
    assert "Kept for open tabs, of the site before: 1 files, 26 bytes" in done.output
    assert list_files(project / "site") == {LIST, SCRIPT, "assets/js-22222222/site.js"}


def test_a_deploy_goes_on_whatever_the_host_answers(project: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    other = tmp_path / "other"
    (other / "assets").mkdir(parents=True)
    (other / LIST).write_text("<!doctype html>", "utf-8")

    def build(source: str) -> str:
        done = run_command("--project", str(project), "site", "--previous", source)
        assert done.exit_code == 0
        assert list_files(project / "site") == {LIST, "assets/js-22222222/site.js"}
        return done.output

    with serve(tmp_path / "empty") as address:
        assert "as at a first deploy" in build(address)
    assert "does not answer" in build(address)
    assert "does not answer" in build("http://")
    assert "is no folder" in build(str(tmp_path / "nowhere"))
    assert "is no list" in build(str(other))
