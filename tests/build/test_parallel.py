"""Artifacts written by processes: all of them, faults reported, nothing left running."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from build.kept_lists import describe_file, read_files
from build.parallel import MOST_PIECES, ParallelWriter, divide_work
from build.process_pool import map_in_processes
from support.build import ROOT
from website.artifact import Artifact

# Seconds: a limit for what hangs, shorter than the work below.
PATIENCE = 120
# Processes are forked, signalled and looked up in /proc.
pytestmark = pytest.mark.unix

# Starts work that would go on for ten minutes; each process writes its number first.
_LONG = """
import os, sys, time
from functools import partial
from pathlib import Path
from build.parallel import ParallelWriter
from website.artifact import Artifact
folder = Path(sys.argv[1])
def render(name):
    (folder / str(os.getpid())).touch()
    time.sleep(600)
    return name
writer = ParallelWriter(folder, 2)
writer.start([[Artifact(path=name, render=lambda: render(name))] for name in ("a", "b")])
writer.join()
"""


def _fail(error: Exception) -> str:
    raise error


def _artifact(render: object, path: str = "a") -> Artifact:
    return Artifact(path=path, render=render)  # type: ignore[arg-type]


@pytest.mark.parametrize("count", [1, 2])
def test_every_artifact_is_written(tmp_path: Path, count: int) -> None:
    writer = ParallelWriter(tmp_path, count)
    names = {f"deep/er/{number}" for number in range(40)}
    writer.start([[_artifact(lambda: str(os.getpid()), name)] for name in sorted(names)])
    writer.join()
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path).as_posix() for path in written} == names


def _wait_for(folder: Path, mine: str, other: str) -> str:
    """Return the number of this process once there is another that does the `other` work."""
    (folder / mine).touch()
    end = time.monotonic() + PATIENCE
    while not (folder / other).exists() and time.monotonic() < end:
        time.sleep(0.02)
    return str(os.getpid())


def test_several_processes_write_at_a_time(tmp_path: Path) -> None:
    writer = ParallelWriter(tmp_path / "site", 2)
    pairs = (("a", "b"), ("b", "a"))
    writer.start([[_artifact(partial(_wait_for, tmp_path, *pair), pair[0])] for pair in pairs])
    writer.join()
    written = {(tmp_path / "site" / name).read_text(encoding="utf-8") for name in ("a", "b")}
    assert len(written) == 2
    assert str(os.getpid()) not in written


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_called_aside_answers_when_all_is_written(tmp_path: Path, count: int) -> None:
    writer = ParallelWriter(tmp_path, count)
    mine = os.getpid()
    writer.start([[_artifact(lambda: "a")]], aside=lambda: (os.getpid() == mine, "answer"))
    writer.join()
    assert writer.answer == (count == 1, "answer")


@pytest.mark.parametrize("count", [1, 2])
def test_a_fault_of_what_is_called_aside_is_reported(tmp_path: Path, count: int) -> None:
    writer = ParallelWriter(tmp_path, count)
    writer.start([], aside=partial(_fail, OSError("a fault")))
    with pytest.raises(OSError, match="a fault"):
        writer.join()


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_noted_of_each_file_is_returned(tmp_path: Path, count: int) -> None:
    writer = ParallelWriter(tmp_path, count, note=lambda name, content: (name, len(content)))
    writer.start([[_artifact(lambda: "é", "a"), _artifact(lambda: b"b", "b")]])
    assert writer.join() == [("a", 2), ("b", 1)]


def test_the_list_of_files_reads_no_known_file_again(tmp_path: Path) -> None:
    for name in ("known.html", "new.html"):
        (tmp_path / "fr").mkdir(exist_ok=True)
        (tmp_path / "fr" / name).write_text("as it is on the disk", encoding="utf-8")
    known = [describe_file("fr/known.html", b"as it was written"), describe_file("sw.js", b"")]
    files = {file.name: file for file in read_files(tmp_path, known)}
    assert files == {
        "fr/known.html": known[0],
        "fr/new.html": describe_file("fr/new.html", b"as it is on the disk"),
    }


def test_text_is_utf_8_and_bytes_are_bytes(tmp_path: Path) -> None:
    writer = ParallelWriter(tmp_path, 1)
    writer.start([[_artifact(lambda: "é\n", "text"), _artifact(lambda: b"\xff\r\n", "bytes")]])
    writer.join()
    assert (tmp_path / "text").read_bytes() == "é\n".encode()
    assert (tmp_path / "bytes").read_bytes() == b"\xff\r\n"


def test_a_file_is_written_only_where_it_differs(tmp_path: Path) -> None:
    for name in ("same", "other"):
        (tmp_path / name).write_text("as before", encoding="utf-8")
        os.utime(tmp_path / name, (1, 1))
    writer = ParallelWriter(tmp_path, 1)
    contents = {"same": "as before", "other": "as now"}
    writer.start([[_artifact(partial(str, text), name)] for name, text in contents.items()])
    writer.join()
    assert (tmp_path / "same").stat().st_mtime == 1
    assert (tmp_path / "other").stat().st_mtime > 1
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in contents} == contents


def test_the_copy_of_a_file_by_a_hard_link_stays_as_it_was(tmp_path: Path) -> None:
    site, copy = tmp_path / "site", tmp_path / "copy"
    site.mkdir()
    (site / "a").write_text("before", "utf-8")
    os.link(site / "a", copy)
    writer = ParallelWriter(site, 1)
    writer.start([[_artifact(lambda: "after")]])
    writer.join()
    assert (site / "a").read_text("utf-8") == "after"
    assert copy.read_text("utf-8") == "before"


@pytest.mark.parametrize("count", [1, 2])
def test_a_fault_is_reported_as_it_was(tmp_path: Path, count: int) -> None:
    writer = ParallelWriter(tmp_path, count)
    error = OSError(28, "No space left on device", "site/fr")
    writer.start([[_artifact(partial(_fail, error))]])
    with pytest.raises(OSError, match="No space left") as caught:
        writer.join()
    assert caught.value.filename == "site/fr"


def test_a_process_that_is_gone_is_reported(tmp_path: Path) -> None:
    writer = ParallelWriter(tmp_path, 2)
    writer.start([[_artifact(lambda: os._exit(9))]])
    with pytest.raises(BrokenProcessPool, match="terminated abruptly"):
        writer.join()


def test_a_fault_that_cannot_be_sent_is_reported(tmp_path: Path) -> None:
    class Local(Exception):
        """No other process can find it by its name."""

    writer = ParallelWriter(tmp_path, 2)
    writer.start([[_artifact(partial(_fail, Local("the paper is out")))]])
    with pytest.raises(Exception, match="Local"):
        writer.join()


def test_stopped_work_is_not_joined(tmp_path: Path) -> None:
    writer = ParallelWriter(tmp_path, 1)
    writer.start([[_artifact(lambda: "a")]])
    writer.stop()
    writer.join()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("started", [0, 1])
def test_the_build_works_alone_where_not_all_processes_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: int
) -> None:
    forks = [os.fork] * started

    def fork() -> int:
        if not forks:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return forks.pop()()

    monkeypatch.setattr(os, "fork", fork)
    writer = ParallelWriter(tmp_path, 2)
    writer.start([[_artifact(lambda: str(os.getpid()))]])
    writer.join()
    assert (tmp_path / "a").read_text(encoding="utf-8") == str(os.getpid())


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"


def test_nothing_goes_on_after_a_killed_build(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    build = subprocess.Popen([sys.executable, "-c", _LONG, str(tmp_path)], env=environment)
    end = time.monotonic() + PATIENCE
    while len(list(tmp_path.iterdir())) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    processes = [int(path.name) for path in tmp_path.iterdir()]
    assert len(processes) == 2
    build.send_signal(signal.SIGKILL)
    build.wait()
    while any(map(_is_running, processes)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(_is_running, processes))


def test_artifacts_of_one_entry_stay_together() -> None:
    groups = [f"entry-{number}" for number in range(60)]
    of_entries = [
        Artifact(path=f"{language}/{group}.{suffix}", render=str, group=group)
        for language in ("fr", "en")
        for group in groups
        for suffix in ("html", "json", "yaml")
    ]
    others = [_artifact(str, name) for name in ("register.json", "index.html", "active.html")]
    pieces = divide_work([*of_entries, *others], last=groups, least=1)
    assert pieces[:3] == [[each] for each in others]
    assert len(pieces) == 3 + len(groups)
    joined = divide_work([*of_entries, *others], last=groups, least=2)
    assert joined[0] == others[:2]
    assert list(chain.from_iterable(joined)) == list(chain.from_iterable(pieces))
    found = [each for piece in pieces for each in piece]
    assert sorted(each.path for each in found) == sorted(e.path for e in (*of_entries, *others))
    for group in groups:
        holders = [piece for piece in pieces if any(each.group == group for each in piece)]
        assert len(holders) == 1


def test_more_pieces_than_can_be_handed_out_are_joined(tmp_path: Path) -> None:
    artifacts = [_artifact(lambda: "", f"{number}") for number in range(2 * MOST_PIECES + 1)]
    pieces = divide_work(artifacts, least=1)
    assert MOST_PIECES / 2 < len(pieces) <= MOST_PIECES
    assert [each for piece in pieces for each in piece] == artifacts
    writer = ParallelWriter(tmp_path, 2)
    writer.start(pieces)
    writer.join()
    assert len(list(tmp_path.iterdir())) == len(artifacts)


def test_a_user_without_shared_memory_works_in_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("multiprocessing.Lock", refuse)
    monkeypatch.setattr("build.process_pool.ProcessPoolExecutor", refuse)
    prepared: list[int] = []
    numbers = map_in_processes(abs, [-1, 2], prepare=partial(prepared.append, 1))
    assert (numbers, prepared) == ([1, 2], [1])


def test_what_processes_return_comes_in_order() -> None:
    assert map_in_processes(pow, range(20), [2] * 20) == [number**2 for number in range(20)]
