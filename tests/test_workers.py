"""Work shared by processes: all of it done, faults told, nothing left running."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from build.parallel import LostWorkerError, Workers
from build.work import divide_work
from support.build import ROOT

pytestmark = pytest.mark.unix

# Seconds: a limit for what hangs, shorter than the work below.
PATIENCE = 120
# Starts work that would go on for ten minutes, and tells the processes that do it.
_LONG = """
import os, sys, time
from functools import partial
from pathlib import Path
sys.path.insert(0, "hooks")
from build.parallel import Workers
def work(folder):
    (folder / str(os.getpid())).touch()
    time.sleep(600)
workers = Workers(2)
workers.start([partial(work, Path(sys.argv[1]))] * 2)
workers.join()
"""


def _note(folder: Path, number: int) -> None:
    (folder / str(number)).write_text(str(os.getpid()), encoding="utf-8")


def _fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("count", [1, 2])
def test_every_task_is_done(tmp_path: Path, count: int) -> None:
    workers = Workers(count)
    workers.start([partial(_note, tmp_path, number) for number in range(40)])
    workers.join()
    assert {path.name for path in tmp_path.iterdir()} == {str(number) for number in range(40)}
    processes = {path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert (str(os.getpid()) in processes) == (count == 1)


@pytest.mark.parametrize("count", [1, 2])
def test_a_fault_is_told_as_it_was(count: int) -> None:
    workers = Workers(count)
    workers.start([partial(_fail, OSError(28, "No space left on device", "site/fr"))])
    with pytest.raises(OSError, match="No space left") as caught:
        workers.join()
    assert caught.value.filename == "site/fr"


def test_processes_begun_later_help_those_before(tmp_path: Path) -> None:
    def wait_for_the_others(name: str) -> None:
        (tmp_path / name).touch()
        end = time.monotonic() + PATIENCE
        while len(list(tmp_path.iterdir())) < 3:
            assert time.monotonic() < end, "nobody else has begun"
            time.sleep(0.01)

    workers = Workers(2)
    # One process for two tasks that wait for each other, and for the one that comes later.
    workers.start([partial(wait_for_the_others, name) for name in ("a", "b")], 1)
    workers.start([partial(wait_for_the_others, "c")])
    workers.join()
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b", "c"}


def test_a_process_that_is_gone_is_told() -> None:
    workers = Workers(2)
    workers.start([lambda: None, lambda: os._exit(9)])
    with pytest.raises(LostWorkerError, match="9"):
        workers.join()


def test_a_fault_that_cannot_be_sent_is_told_in_words() -> None:
    class Local(Exception):
        """No other process can find it by its name."""

    workers = Workers(2)
    workers.start([partial(_fail, Local("the paper is out"))])
    with pytest.raises(RuntimeError, match="the paper is out"):
        workers.join()


def test_stopped_work_is_not_joined(tmp_path: Path) -> None:
    workers = Workers(1)
    workers.start([partial(_note, tmp_path, 1)])
    workers.stop()
    workers.join()
    assert not list(tmp_path.iterdir())


def _is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return False
    return state[0] != "Z"


def test_nothing_goes_on_after_a_killed_build(tmp_path: Path) -> None:
    build = subprocess.Popen([sys.executable, "-c", _LONG, str(tmp_path)], cwd=ROOT)
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


def test_what_tells_of_one_entry_stays_together() -> None:
    entries = [f"entry-{number}" for number in range(60)]
    names = [
        f"{language}/initiatives/{entry}.{suffix}"
        for language in ("fr", "en")
        for entry in entries
        for suffix in ("md", "json", "yaml")
    ]
    others = ["data/v1/register.json", "fr/initiatives/index.md", "en/by/phase/active.md"]
    pieces = divide_work([*names, *others])
    assert pieces[:3] == [[name] for name in others]
    assert sorted(name for piece in pieces for name in piece) == sorted([*names, *others])
    for entry in entries:
        [piece] = [each for each in pieces if f"fr/initiatives/{entry}.md" in each]
        assert {name for name in names if f"/{entry}." in name} <= set(piece)
