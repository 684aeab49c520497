"""Run a build once, and measure its time and memory."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import summarize

# Linux counts memory in KiB.
KIBIBYTES = 1024


@dataclass(frozen=True, kw_only=True)
class Run:
    """What a run took: seconds of wall and processor time, MiB of the largest process.

    Processes that a run waits for are counted. Linux hands the peak of the process that starts a
    program on to it: no figure is below that of the benchmark itself, some 30 MiB.
    """

    wall: float
    processor: float
    memory: float


def run_all(name: str, commands: Sequence[Sequence[str]], folder: Path) -> Run:
    """Run `commands` one after the other in `folder`; return what they took together.

    Ends the program with the output of the first that fails, and the `name` of what was measured.
    """
    runs = [_run(name, command, folder) for command in commands]
    return Run(
        wall=sum(run.wall for run in runs),
        processor=sum(run.processor for run in runs),
        memory=max(run.memory for run in runs),
    )


RUNS_HEADER = f"{'':13} {'wall s':>22} {'processor s':>22} {'MiB':>5}"


def show_runs(name: str, runs: Sequence[Run]) -> str:
    """Return the row of a table below `RUNS_HEADER`, of the `runs` of what has the `name`."""
    wall = summarize([run.wall for run in runs]).show(2)
    processor = summarize([run.processor for run in runs]).show(2)
    memory = summarize([run.memory for run in runs]).median
    return f"{name:13} {wall:>22} {processor:>22} {memory:5.0f}"


def clean_environment() -> dict[str, str]:
    """Return the environment as users have it: without what the benchmark or a container sets."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    # Without its bytecode, Python would compile our code in each run.
    for name in ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    return environment


def _run(name: str, command: Sequence[str], folder: Path) -> Run:
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=clean_environment(), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            raise SystemExit(
                f"{name}: `{' '.join(command)}` ended with status {process.returncode}:\n"
                + output.read().decode(errors="replace")
            )
    processor = usage.ru_utime + usage.ru_stime
    return Run(wall=wall, processor=processor, memory=usage.ru_maxrss / KIBIBYTES)
