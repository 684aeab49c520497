"""Whatever ends a build, the last good site stays whole and one line says what happened."""

import multiprocessing
import os
import random
import re
import stat
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from bench.synthetic import synthesize
from build.folders.atomic_folder import AtomicFolder
from support.build import ROOT, build_site, share_cache
from support.faults.forked_build import Build

pytestmark = pytest.mark.unix


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project of its own, with a last good site."""
    for name in ("docs", "hooks", "overrides", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    share_cache(tmp_path)
    synthesize(ROOT / "data", tmp_path / "data", 3)
    (tmp_path / "site" / "fr").mkdir(parents=True)
    for name in ("index.html", "fr/index.html", ".nojekyll"):
        (tmp_path / "site" / name).write_text(f"last good {name}", "utf-8")
    return tmp_path


def build(project: Path, *options: str, fault: str = "", largest: int = 0) -> tuple[int, str]:
    """Return the exit status of a build and what it said."""
    return Build(project, *options, fault=fault, largest=largest).finish()


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def assert_last_good(project: Path) -> None:
    assert tree(project / "site") == {
        name: f"last good {name}".encode() for name in ("index.html", "fr/index.html", ".nojekyll")
    }
    assert not (project / ".site.new").exists()
    assert not (project / ".site.old").exists()


def assert_said_in_a_line(output: str, message: str) -> None:
    assert "Traceback" not in output, output
    lines = re.findall(r"(?m)^(?:Error: |ERROR   -  )(The site .*)", output)
    assert len(lines) == 1, output
    assert re.search(message, lines[0]), lines[0]


def test_builds_are_forked_from_a_process_of_their_own(project: Path) -> None:
    # From 3.14 on any pool starts the interpreter's own, in which nothing is loaded.
    with ProcessPoolExecutor(1, multiprocessing.get_context("forkserver")) as pool:
        assert pool.submit(abs, -1).result() == 1
    status, output = build(project)
    assert status == 0, output


@pytest.mark.parametrize("count", [0, 1, 40, 100])
def test_a_full_disk(project: Path, count: int) -> None:
    status, output = build(project, fault=f"ENOSPC:{count}")
    assert status == 1
    assert_said_in_a_line(output, "No space left on device: .*site.new.* last good one is in place")
    assert_last_good(project)


@pytest.mark.parametrize("word", ["facts", "skip"])
def test_a_word_that_the_interface_lacks(project: Path, word: str) -> None:
    words = project / "data" / "interface.yaml"
    text, count = re.subn(rf"(?m)^{word}:.*\n( .*\n)*", "", words.read_text("utf-8"))
    assert count == 1
    words.write_text(text, "utf-8")
    status, output = build(project)
    assert status == 1
    assert "Traceback" not in output, output
    assert re.search(rf'(?m)^Error: data/interface.yaml lacks the word "{word}"$', output), output
    assert_last_good(project)


def test_a_file_that_the_system_refuses_for_its_size(project: Path) -> None:
    status, output = build(project, largest=40 * 512)
    assert status == 1
    assert_said_in_a_line(
        output, "could not be written: File too large.* last good one is in place"
    )
    assert_last_good(project)


def test_a_read_only_disk(project: Path) -> None:
    status, output = build(project, fault="EROFS:0")
    assert status == 1
    assert_said_in_a_line(output, "The site cannot be written: Read-only file system: .*site.new")
    assert_last_good(project)


def test_a_file_where_the_site_or_its_folder_should_be(project: Path) -> None:
    for name in ("site/index.html", "site/index.html/below"):
        status, output = build(project, "--site-dir", name)
        assert status == 1
        assert_said_in_a_line(
            output, "The site cannot be written: .*(is a file|Not a directory|exists)"
        )
        (project / "site" / ".index.html.lock").unlink(missing_ok=True)
        assert_last_good(project)


def test_a_problem_of_the_register(project: Path) -> None:
    path = project / "data" / "initiatives.yaml"
    path.write_text(path.read_text("utf-8").replace("phase: ", "phase: un", 1), "utf-8")
    status, output = build(project)
    assert status == 1
    assert "Traceback" not in output
    assert_last_good(project)


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs"])
def test_a_warning_in_strict_mode(project: Path, generator: str) -> None:
    config = project / "mkdocs.yml"
    config.write_text(f"nav: [nowhere.md]\n{config.read_text('utf-8')}", "utf-8")
    result = build_site(project / "site", project / "none", project, generator)
    assert result.returncode == 1
    assert "strict mode" in result.stdout + result.stderr
    assert_last_good(project)


def test_a_kill_at_any_moment_and_the_build_after_it(project: Path) -> None:
    seed = random.randrange(2**32)
    print(f"random.Random({seed})")  # shown where the test fails
    chance = random.Random(seed)
    for _ in range(3):
        with Build(project) as killed:
            while not (project / ".site.new").exists() and killed.is_running():
                time.sleep(0.005)
            time.sleep(chance.uniform(0, 0.8))
            ended = not killed.is_running()
            killed.kill()
            killed.finish()
        if ended or (project / "site" / "en").exists():
            break
        assert {name for name in tree(project / "site")} == {
            *("index.html", "fr/index.html", ".nojekyll"),
        }
    status, output = build(project)
    assert status == 0, output
    whole = tree(project / "site")
    assert whole.pop(".nojekyll") == b"last good .nojekyll"
    assert len(whole) > 100
    assert not (project / ".site.new").exists()


def test_builds_at_once_wait_for_each_other(project: Path) -> None:
    lock = FileLock(project / ".site.lock")
    with lock, Build(project) as one, Build(project) as other:
        for each in (one, other):
            assert any("Another build is writing" in line for line in each.output)
        lock.release()
        for each in (one, other):
            status, output = each.finish()
            assert status == 0, output
    assert (project / "site" / "en" / "index.html").exists()
    assert not (project / ".site.new").exists()


def make(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(name, "utf-8")


@pytest.mark.parametrize(("before", "after"), [(None, 0o755), (0o700, 0o755), (0o750, 0o750)])
def test_a_web_server_can_read_what_a_careful_umask_built(
    tmp_path: Path, before: int | None, after: int
) -> None:
    if before is not None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site").chmod(before)
    output = AtomicFolder(tmp_path / "site")
    former = os.umask(0o077)
    try:
        make(output.begin(print) / "en", "a")
        output.commit()
        # Of what else the process writes, not everyone reads.
        assert os.umask(0o077) == 0o077
    finally:
        os.umask(former)
    paths = (tmp_path / "site", tmp_path / "site" / "en", tmp_path / "site" / "en" / "a")
    assert [stat.S_IMODE(path.stat().st_mode) for path in paths] == [after, 0o755, 0o644]
