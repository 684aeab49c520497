"""The method of the benchmarks: what is counted, in which order, and what ends them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.build import HUGO_PAGEFIND, OURS, Contender, show
from bench.commands import Run, run_all
from bench.figures import Spread, alternate, compare, summarize
from bench.preview import Edit
from bench.server import Server
from support.build import ROOT


def test_figures_come_to_their_median_and_spread() -> None:
    assert summarize([3.0, 1.0, 8.0]) == Spread(median=3.0, low=1.0, high=8.0)
    assert summarize([4.0, 2.0]) == Spread(median=3.0, low=2.0, high=4.0)
    assert summarize([2.756, 2.754]).show(2) == "2.75 (2.75-2.76)"
    with pytest.raises(ValueError, match="no figures"):
        summarize([])


def test_ratios_are_taken_round_by_round() -> None:
    # The machine was slow in the last round: the ratio of medians would be 3.
    assert compare([2.0, 6.0, 20.0], [1.0, 2.0, 10.0]) == Spread(median=2.0, low=2.0, high=3.0)
    with pytest.raises(ValueError, match="shorter"):
        compare([1.0, 2.0], [1.0])


def test_runs_alternate_and_the_warm_up_does_not_count() -> None:
    calls: list[str] = []

    def measure(name: str) -> Callable[[], int]:
        def run() -> int:
            calls.append(name)
            return len(calls)

        return run

    figures = alternate({name: measure(name) for name in "ab"}, 3)
    assert "".join(calls) == "abababab"
    assert figures == {"a": [3, 5, 7], "b": [4, 6, 8]}


def test_processor_time_is_that_of_all_processes_of_all_commands(tmp_path: Path) -> None:
    burn = "import time\nwhile time.process_time() < 0.3: pass"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}], check=True)"
    run = run_all("two", [[sys.executable, "-c", each] for each in (burn, nested)], tmp_path)
    assert run.processor >= 0.6


def test_memory_is_that_of_the_largest_process(tmp_path: Path) -> None:
    use = "'x' * 100 * 2**20"
    nested = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {use!r}], check=True)"
    # In a process of its own: no figure is below what the one that measures has used.
    measure = (
        "import sys; from pathlib import Path; from bench.commands import run_all\n"
        "for code in sys.argv[1:]:\n"
        "    print(run_all('any', [[sys.executable, '-c', code]], Path()).memory)"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure, "pass", nested],
        env={**os.environ, "PYTHONPATH": str(ROOT / "tools")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    small, large = map(float, done.stdout.split())
    assert small < 60
    assert large > 100


def test_a_run_that_fails_ends_the_benchmark_with_its_output(tmp_path: Path) -> None:
    fine = [sys.executable, "-c", "print('fine')"]
    broken = [sys.executable, "-c", "print('the cause'); raise SystemExit(3)"]
    with pytest.raises(SystemExit, match=r"(?s)ours: .* ended with status 3:\nthe cause") as caught:
        run_all("ours", [fine, broken, fine], tmp_path)
    assert "fine" not in str(caught.value.code).split("status 3:")[1]


def contender(name: str, folder: Path) -> Contender:
    nothing = [sys.executable, "-c", ""]
    return Contender(name=name, commands=(nothing,), folder=folder, written=folder)


def write_pages(folder: Path, *pages: str) -> None:
    for page in pages:
        (folder / page).mkdir(parents=True)
        (folder / page / "index.html").touch()


def test_a_build_without_all_pages_does_not_count(tmp_path: Path) -> None:
    write_pages(tmp_path, "fr/a", "en/a")
    assert contender(OURS, tmp_path).build(["fr/a", "en/a"]).wall > 0
    with pytest.raises(SystemExit, match="ours lacks 1 pages, first en/b"):
        contender(OURS, tmp_path).build(["fr/a", "en/b"])


@pytest.mark.parametrize(("english", "is_whole"), [(1, True), (0, False)])
def test_an_index_without_all_pages_does_not_count(
    tmp_path: Path, english: int, is_whole: bool
) -> None:
    write_pages(tmp_path, "fr/a", "en/a")
    (tmp_path / "pagefind").mkdir()
    languages = {"fr": {"page_count": 2}, "en": {"page_count": english}}
    entry = tmp_path / "pagefind" / "pagefind-entry.json"
    entry.write_text(json.dumps({"languages": languages}), encoding="utf-8")
    tool = contender(HUGO_PAGEFIND, tmp_path)
    if is_whole:
        assert tool.build(["fr/a", "en/a"]).wall > 0
    else:
        with pytest.raises(SystemExit, match=r"Pagefind has indexed .*, not 1 pages in en"):
            tool.build(["fr/a", "en/a"])


def test_the_table_has_medians_spread_ratios_and_growth() -> None:
    def runs(*walls: float) -> list[Run]:
        return [Run(wall=wall, processor=2 * wall, memory=50) for wall in walls]

    figures = {OURS: runs(2, 4, 3), HUGO_PAGEFIND: runs(1, 1, 2)}
    _, ours, hugo = show(figures, 60, {OURS: 1.5}).splitlines()
    assert ours.split() == [
        "ours",
        "3.00",
        "(2.00-4.00)",
        "6.00",
        "(4.00-8.00)",
        "50",
        "20",
        "2.00",
    ]
    assert hugo.split()[-4:] == ["50", "60", "2.00", "(1.50-4.00)"]


def test_a_save_is_timed_until_its_page_is_served(tmp_path: Path) -> None:
    write_pages(tmp_path, "fr/a")
    page = tmp_path / "fr" / "a" / "index.html"
    page.write_text("<p>before</p>", encoding="utf-8")
    command = [sys.executable, "-m", "http.server", "{port}", "--bind", "127.0.0.1"]
    with Server.start("any", command, tmp_path, "fr/a") as server:
        with server.awake():
            seconds = server.time_until("fr/a", "after", lambda: save_late(page))
        assert seconds >= 0.2
    assert server.process.returncode == -signal.SIGKILL


def save_late(page: Path) -> None:
    time.sleep(0.2)
    page.write_text("<p>after</p>", encoding="utf-8")


def test_a_server_that_ends_ends_the_benchmark_with_its_output(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "print('the cause')"]
    with (
        pytest.raises(SystemExit, match=r"(?s)any did not serve .*\nthe cause"),
        Server.start("any", command, tmp_path, "fr/a"),
    ):
        pass


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  description: CEN\n- id: cen\n  description:\n    fr: Le CEN\n",
        "---\ndescription: x\n---\nLe CEN\n",
    ],
)
def test_the_entry_is_edited_in_the_register_and_in_its_page(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file"
    path.write_text(text, encoding="utf-8")
    edit = Edit.of(path)
    edit.save("One")
    edit.save("Two")
    assert path.read_text(encoding="utf-8") == text.replace("Le CEN", "Le Two CEN")
