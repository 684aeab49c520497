"""The preview on machines that make it hard: no reports of changes, a taken port, no reloading."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from preview.poll import Poll
from preview.port import find_free_port
from support.build import ROOT
from support.preview import PreviewRun, copy_project, run_preview

WATCHING = ROOT / "tests" / "support" / "watching"
SAID = "looking at all files once a second"


@pytest.fixture
def taken_port() -> Iterator[int]:
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield server.getsockname()[1]


def edit(run: PreviewRun, path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.unix
@pytest.mark.parametrize("how", ["deaf", "limit"])
def test_a_save_that_the_system_does_not_report_is_seen(tmp_path: Path, how: str) -> None:
    copy_project(tmp_path)
    with run_preview(tmp_path, PYTHONPATH=os.fspath(WATCHING), WATCH=how) as run:
        edit(run, run.register, "phase: ", "phaze: ")
        run.wait_for("problem-banner")
        edit(run, run.register, "phaze: ", "phase: ")
        run.wait_for("problem-banner", gone=True)
        edit(run, tmp_path / "docs" / "fr" / "about.md", "\n## ", "\n## Zaaz ")
        run.wait_for("Zaaz", "fr/about/")
    assert run.log.count(SAID) == 1


def test_a_change_is_reported_unless_the_system_has_done_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("preview.poll.SECONDS", 0.01)
    monkeypatch.setattr("preview.poll.GRACE", 0.01)
    looks, reports = threading.Semaphore(0), threading.Semaphore(0)
    poll = Poll([tmp_path], reports.release)
    look = poll._snapshot.take_changes

    def count() -> set[Path]:
        changed = look()
        if changed and (tmp_path / "noted").exists():
            # As if the system were a moment late.
            poll.note()
        looks.release()
        return changed

    monkeypatch.setattr(poll._snapshot, "take_changes", count)
    poll.start()
    (tmp_path / "untold").touch()
    assert reports.acquire(timeout=60)
    (tmp_path / "noted").touch()
    while looks.acquire(blocking=False):
        pass
    # The one under way, and a whole one after it.
    for _ in range(2):
        assert looks.acquire(timeout=60)
    poll.end()
    poll.join(60)
    assert not poll.is_alive()
    assert not reports.acquire(blocking=False)


def test_a_taken_port_is_passed_over(tmp_path: Path, taken_port: int) -> None:
    assert find_free_port("127.0.0.1", taken_port) > taken_port
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert find_free_port("127.0.0.1", port) == port
    copy_project(tmp_path)
    with run_preview(tmp_path, port=taken_port, is_by_hooks=True) as run:
        assert "<html" in run.read("fr/")
    assert f"Port {taken_port} is taken" in run.log
    assert "Traceback" not in run.log


def test_without_reloading_every_page_is_served(tmp_path: Path) -> None:
    copy_project(tmp_path)
    with run_preview(tmp_path, "--no-livereload") as run:
        for path in ("en/initiatives/cen/", "data/v1/register.json", "fr/about/", "fr/explore/"):
            assert run.read(path), path
        assert "livereload" not in run.read("en/")
    assert not list(tmp_path.glob(".site*"))
