"""What a machine has to have is installed once; what cannot be had is named with its cause."""

import os
import subprocess
from pathlib import Path

import pytest

from install import debian
from install.__main__ import NEEDS, main
from install.debian import find_cause, install_packages
from install.part import InstallError, NoAptError, Part
from install.steps import describe_causes, describe_help, find_missing, install
from support.build import ROOT

pytestmark = pytest.mark.unix

SCRIPT = ROOT / "tools" / "install" / "make_venv.sh"


class Machine:
    """A machine that has some parts; apt knows the packages of some."""

    def __init__(self, known: set[str]) -> None:
        self.known = known
        self.installed: set[str] = set()
        self.asked: list[tuple[str, ...]] = []

    def part(self, name: str, **more: object) -> Part:
        return Part(
            name=name,
            find=lambda: name if name in self.installed else None,
            packages=(name,),
            **more,  # type: ignore[arg-type]
        )

    def install_packages(self, *packages: str) -> None:
        self.asked.append(packages)
        if unknown := [name for name in packages if name not in self.known]:
            raise InstallError(f"Unable to locate package {unknown[0]}")
        self.installed |= set(packages)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine({"nginx", "firefox"})
    monkeypatch.setattr("install.steps.install_packages", machine.install_packages)
    return machine


def test_all_that_is_missing_is_requested_at_once(machine: Machine) -> None:
    machine.installed = {"pango"}
    parts = [machine.part(name) for name in ("nginx", "pango", "firefox")]
    assert install(find_missing(parts)) == {}
    assert machine.asked == [("nginx", "firefox")]


def test_an_unknown_package_keeps_no_other_from_being_installed(machine: Machine) -> None:
    parts = [machine.part(name) for name in ("nginx", "pango", "firefox")]
    causes = install(parts)
    assert machine.installed == {"nginx", "firefox"}
    assert causes == {"pango": "Unable to locate package pango"}
    assert describe_causes(causes) == "pango (Unable to locate package pango)"
    assert describe_help(causes, parts) == "apt-get install pango on Debian"


def test_another_way_is_tried_where_apt_fails(machine: Machine) -> None:
    parts = [machine.part("chromium", fetch=lambda: machine.installed.add("chromium"))]
    assert install(parts) == {}


def test_both_causes_are_shown_where_both_ways_fail(machine: Machine) -> None:
    def fetch() -> None:
        raise InstallError("no network")

    causes = install([machine.part("chromium", fetch=fetch)])
    assert causes == {"chromium": "Unable to locate package chromium; no network"}


def test_nothing_is_installed_in_place_of_what_a_variable_names(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIREFOX", "/nowhere")
    parts = [machine.part("firefox", variable="FIREFOX")]
    causes = install(parts)
    assert causes == {"firefox": "FIREFOX names none that works"}
    assert machine.asked == []
    assert describe_help(causes, parts).endswith("or FIREFOX=PATH for another firefox")


def test_only_the_site_does_without(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = (machine.part("pango"), machine.part("fonts"))
    for command, status in (("site", 0), ("tests", 1)):
        monkeypatch.setitem(NEEDS, command, parts)
        assert main(command) == status
        (line,) = capsys.readouterr().err.splitlines()
        assert "pango (Unable to locate package pango); fonts (Unable" in line


def test_the_readme_names_all_that_may_be_installed() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    packages = {name for parts in NEEDS.values() for part in parts for name in part.packages}
    assert [name for name in sorted(packages) if f"`{name}`" not in readme] == []


def write_program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that come before the machine's; a lock of its own."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(debian.sys, "prefix", str(tmp_path))
    return tmp_path


def test_apt_is_asked_again_while_another_has_its_lock(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_program(
        programs,
        "apt-get",
        f'echo "$@" >> {programs}/log\n'
        f"if [ $(wc -l < {programs}/log) -lt 3 ]; then\n"
        'echo "E: Could not get lock /var/lib/apt/lists/lock" >&2; exit 100\n'
        "fi",
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(debian.time, "sleep", lambda seconds: None)
    install_packages("nginx-light", "firefox-esr")
    asked = (programs / "log").read_text("utf-8").splitlines()
    assert [line.split()[-1] for line in asked] == ["update"] * 3 + ["firefox-esr"]
    assert all("DPkg::Lock::Timeout=600" in line for line in asked)


def test_apt_fails_with_its_own_words(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = 'echo "W: old"; for last; do :; done; echo "E: no $last" >&2; echo "E: more"; exit 100'
    write_program(programs, "apt-get", script)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(InstallError, match=r"^no update; no nginx$"):
        install_packages("nginx")


@pytest.mark.parametrize(
    ("sudo", "cause"),
    [
        ("", "apt-get needs root, and there is no sudo"),
        ("echo 'sudo: a password is required' >&2; exit 1", "root: sudo: a password is required"),
    ],
)
def test_without_root_the_reason_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sudo: str, cause: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(NoAptError, match="this system has no apt-get"):
        install_packages("nginx")
    write_program(tmp_path, "apt-get", "")
    if sudo:
        write_program(tmp_path, "sudo", sudo)
    with pytest.raises(NoAptError, match=cause):
        install_packages("nginx")


def test_a_cause_is_found_in_what_a_program_said() -> None:
    assert find_cause("Reading\nE: first\nE: second\n") == "first"
    assert find_cause("one\ntwo\n\n") == "two"
    assert find_cause("") == "no cause was given"


def make_venv(folder: Path, programs: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", str(SCRIPT), str(folder)],
        env={"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_environment_that_cannot_be_made_says_why_and_apt_is_left_alone(programs: Path) -> None:
    write_program(programs, "apt-get", f"touch {programs}/asked")
    (programs / "file").touch()
    done = make_venv(programs / "file" / "venv", programs)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Not a directory" in done.stderr
    assert not (programs / "asked").exists()


def test_too_old_a_python_is_named(programs: Path) -> None:
    for version in ("3", "3.11", "3.12", "3.13", "3.14"):
        write_program(programs, f"python{version}", "exit 1")
    done = make_venv(programs / "venv", programs)
    assert done.returncode == 1
    assert done.stderr == "Python 3.11 or newer is needed, and none was found.\n"


def test_debians_python_without_its_venv_package_is_what_apt_can_fix(programs: Path) -> None:
    """Where apt cannot be used either, one line names the package and the cause."""
    write_program(
        programs,
        "python3",
        'case "$*" in\n'
        '  *realpath*) echo /usr/bin;;\n'
        '  *"%d.%d"*) echo python3.11-venv;;\n'
        '  *venv*) echo "because ensurepip is not"; echo available; exit 1;;\n'
        "esac",
    )  # fmt: skip
    write_program(programs, "id", "echo 1000")
    write_program(programs, "sudo", "echo 'sudo: a password is required' >&2; exit 1")
    done = make_venv(programs / "venv", programs)
    assert done.returncode == 1
    assert done.stderr == (
        "python3 cannot make a virtual environment: install the package python3.11-venv "
        "(sudo: a password is required).\n"
    )
