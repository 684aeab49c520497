"""What other systems do otherwise than Linux, played here; and what commands say on all."""

import ntpath
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build import parallel, process_pool
from build.folders import retries
from build.folders.atomic_folder import AtomicFolder, explain
from install.part import list_installed
from support.build import ROOT
from support.commands import run_command
from website.artifact import Artifact

# Used by another process.
SHARING_VIOLATION = 32


def in_use(path: Path) -> PermissionError:
    """Return the error that Windows gives where a program has the file or folder open."""
    error = PermissionError(13, "The process cannot access the file", str(path))
    error.winerror = SHARING_VIOLATION
    return error


@pytest.fixture
def hold(monkeypatch: pytest.MonkeyPatch) -> dict[Path, int]:
    """Folders that cannot be renamed or removed, each with the number of tries that fail."""
    held: dict[Path, int] = {}
    replace, remove = Path.replace, retries.shutil.rmtree

    def refuse(path: Path) -> None:
        if held.get(path, 0) > 0:
            held[path] -= 1
            raise in_use(path)

    def patched_replace(self: Path, target: Path) -> Path:
        refuse(self)
        return replace(self, target)

    def patched_remove(path: Path) -> None:
        refuse(path)
        remove(path)

    monkeypatch.setattr(Path, "replace", patched_replace)
    monkeypatch.setattr(retries.shutil, "rmtree", patched_remove)
    monkeypatch.setattr(retries, "PAUSE", 0)
    return held


def write_site(swap: AtomicFolder, text: str) -> None:
    (swap.begin(print) / "index.html").write_text(text, encoding="utf-8")
    swap.commit()


def test_a_site_that_is_open_for_a_moment_is_replaced(
    tmp_path: Path, hold: dict[Path, int]
) -> None:
    write_site(AtomicFolder(tmp_path / "site"), "old")
    hold |= {tmp_path / "site": 3, tmp_path / ".site.new": 3, tmp_path / ".site.old": 3}
    write_site(AtomicFolder(tmp_path / "site"), "new")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    assert set(hold.values()) == {0}
    assert {path.name for path in tmp_path.iterdir()} <= {"site", ".site.lock"}


def test_a_site_that_stays_open_is_left_as_it_was_and_a_line_says_so(
    tmp_path: Path, hold: dict[Path, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retries, "SECONDS", 0)
    write_site(AtomicFolder(tmp_path / "site"), "old")
    hold[tmp_path / "site"] = 1000
    swap = AtomicFolder(tmp_path / "site")
    with pytest.raises(PermissionError) as caught:
        write_site(swap, "new")
    swap.discard()
    assert explain(caught.value).endswith(
        "site is in use: close the programs and terminals that have it open"
    )
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"


def test_a_build_goes_round_a_folder_that_an_earlier_one_left_open(
    tmp_path: Path, hold: dict[Path, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retries, "SECONDS", 0)
    left = tmp_path / ".site.new"
    left.mkdir()
    hold[left] = 1000
    write_site(AtomicFolder(tmp_path / "site"), "new")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "new"
    hold.clear()
    write_site(AtomicFolder(tmp_path / "site"), "newer")
    assert not left.exists()


def test_an_error_of_another_kind_is_raised_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        retries.rename(tmp_path / "none", tmp_path / "some")


def test_nothing_asks_pathlib_for_mount_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows its answer before Python 3.12 is an error."""

    def refuse(self: Path) -> bool:
        raise NotImplementedError("Path.is_mount() is unsupported on this system")

    monkeypatch.setattr(Path, "is_mount", refuse)
    write_site(AtomicFolder(tmp_path / "site"), "new")


def test_macos_works_in_one_process_and_windows_in_61_at_most(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 128)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert process_pool.count_processes() == 61
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not process_pool.can_fork()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delattr(os, "fork")
    assert not process_pool.can_fork()
    writer = parallel.ParallelWriter(tmp_path)
    writer.start([[Artifact(path="here", render=lambda: str(os.getpid()))]])
    writer.join()
    assert (tmp_path / "here").read_text(encoding="utf-8") == str(os.getpid())


# Each command by one code page, each code page with what is said and with what is refused.
@pytest.mark.parametrize(
    ("command", "code_page"),
    [
        (("report", "fr"), "cp850"),
        (("report", "en"), "ascii"),
        (("report", "fr"), "cp1252"),
        (("new", "élan"), "ascii"),
        (("new",), "cp850"),
        (("new", "élan"), "cp1252"),
    ],
)
def test_what_a_command_says_is_utf_8_whatever_the_code_page(
    command: tuple[str, ...], code_page: str
) -> None:
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": code_page}
    here = [sys.executable, "hooks", *command]
    done = subprocess.run(here, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    said, elsewhere = run_command(*command), done.stdout + done.stderr
    assert elsewhere.decode() == said.output


def test_a_program_outside_the_path_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "Mozilla Firefox" / "firefox.exe"
    program.parent.mkdir()
    program.write_bytes(b"")
    program.chmod(0o755)
    monkeypatch.setattr("os.path.expandvars", ntpath.expandvars)
    monkeypatch.setenv("PROGRAMFILES", os.fspath(tmp_path))
    places = ["%PROGRAMFILES%/none.exe", "%PROGRAMFILES%/Mozilla Firefox/firefox.exe"]
    assert list(list_installed(["no-such-program"], places)) == [os.fspath(program)]


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "SITE_URL, REPO_URL are not set"),
        ({"SITE_URL": "https://a.example/"}, "REPO_URL is not set"),
        ({"SITE_URL": "https://a.example/", "REPO_URL": "https://b.example/"}, ""),
    ],
)
def test_a_site_without_its_addresses_says_so(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], said: str
) -> None:
    monkeypatch.setattr("commands.publishing.site.make_up_to", lambda last, project: None)
    for name in ("SITE_URL", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    result = run_command("site")
    assert result.exit_code == 0
    assert said in result.stderr if said else result.stderr == ""
