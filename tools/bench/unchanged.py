"""Measure `make site` where nothing has changed since the last time: `make bench`.

It runs in a copy of the project, in turn with the generator's build alone; the warm-up makes the
editions and the lists as PDF. What is above the build alone is spent on seeing that they are there.
"""

import tempfile
from functools import partial
from pathlib import Path

from bench.commands import RUNS_HEADER, run_all, show_runs
from bench.figures import alternate, compare
from bench.layout import ROOT, copy_project
from bench.options import describe_method, read_options
from build.generator import make_command

WHOLE, ALONE = "make site", "build alone"


def main() -> None:
    """Measure and print the table."""
    assert __doc__
    options = read_options(__doc__, runs=3)
    print("\nNOTHING CHANGED since the last `make site`")
    print(describe_method(options.runs))
    with tempfile.TemporaryDirectory() as name:
        project = Path(name, "project")
        copy_project(project)
        (project / ".venv").symlink_to(ROOT / ".venv")
        commands = {WHOLE: ["make", "site"], ALONE: make_command("build", "--strict")}
        measures = {
            name: partial(run_all, name, [command], project) for name, command in commands.items()
        }
        figures = alternate(measures, options.runs)
    print(RUNS_HEADER)
    for name, runs in figures.items():
        print(show_runs(name, runs))
    walls = ([run.wall for run in figures[name]] for name in (WHOLE, ALONE))
    print(f"{WHOLE} / {ALONE}, by round: {compare(*walls).show(2)}")


if __name__ == "__main__":
    main()
