"""What was built is left as it is where nothing that goes into it has changed."""

from pathlib import Path

import pytest

from bench.synthetic import synthesize
from build.unchanged import Stage, hash_files, hash_sources, run_stages
from support.build import ROOT, share_cache
from support.commands import run_command


class Chain:
    """Two stages: the second copies what the first makes of a text. Counts what each does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.text = "a"
        self.fails = False
        (folder / "first").mkdir()
        (folder / "second").mkdir()

    def _make_first(self) -> None:
        (self.folder / "first" / "x").write_text(self.text.lower(), "utf-8")

    def _make_second(self) -> None:
        if self.fails:
            raise OSError("no space")
        text = (self.folder / "first" / "x").read_text("utf-8")
        (self.folder / "second" / "y").write_text(text, "utf-8")

    def run(self, source: str = "s") -> list[str]:
        makers = {"first": self._make_first, "second": self._make_second}
        stages = [
            Stage(name=name, folder=self.folder / name, make=make) for name, make in makers.items()
        ]
        return run_stages(stages, source, self.folder / "build" / "made.json")


@pytest.fixture
def chain(tmp_path: Path) -> Chain:
    return Chain(tmp_path)


def test_nothing_is_made_twice(chain: Chain) -> None:
    assert chain.run() == ["first", "second"]
    assert chain.run() == []


def test_what_goes_in_is_noticed(chain: Chain) -> None:
    chain.run()
    assert chain.run("another") == ["first", "second"]
    assert chain.run("another") == []


@pytest.mark.parametrize("act", ["change", "remove", "add"])
def test_what_came_out_is_noticed(chain: Chain, act: str) -> None:
    chain.run()
    file = chain.folder / "second" / ("z" if act == "add" else "y")
    file.unlink() if act == "remove" else file.write_text("changed", "utf-8")
    assert chain.run() == ["second"]


def test_the_next_stage_runs_again_only_if_it_gets_something_else(chain: Chain) -> None:
    chain.run()
    (chain.folder / "first" / "x").unlink()
    assert chain.run() == ["first"]
    (chain.folder / "first" / "x").unlink()
    chain.text = "b"
    assert chain.run() == ["first", "second"]


def test_a_stage_that_failed_runs_again(chain: Chain) -> None:
    chain.run()
    chain.fails = True
    (chain.folder / "second" / "y").unlink()
    with pytest.raises(OSError, match="no space"):
        chain.run()
    # As it was before: still, nobody knows what the failure has left.
    (chain.folder / "second" / "y").write_text("a", "utf-8")
    chain.fails = False
    assert chain.run() == ["second"]


def test_a_record_that_cannot_be_read_counts_for_nothing(chain: Chain) -> None:
    chain.run()
    (chain.folder / "build" / "made.json").write_text("{", "utf-8")
    assert chain.run() == ["first", "second"]


def test_names_and_contents_count_but_no_hidden_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", "utf-8")
    before = hash_files([tmp_path])
    (tmp_path / ".htaccess").write_text("2", "utf-8")
    assert hash_files([tmp_path]) == before
    (tmp_path / "a").rename(tmp_path / "b")
    assert hash_files([tmp_path]) != before


@pytest.mark.parametrize("name", ["SITE_URL", "REPO_URL", "DOWNLOADS", "DOCUMENTS"])
def test_the_environment_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name, raising=False)
    before = hash_sources(tmp_path)
    monkeypatch.setenv(name, "elsewhere")
    there = hash_sources(tmp_path)
    assert there != before
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x").write_text("x", "utf-8")
    assert (hash_sources(tmp_path) != there) == (name in ("DOWNLOADS", "DOCUMENTS"))


def test_the_data_and_what_is_said_of_the_machine_count(tmp_path: Path) -> None:
    before = hash_sources(tmp_path, "Pango 1")
    assert hash_sources(tmp_path, "Pango 2") != before
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "initiatives.yaml").write_text("[]", "utf-8")
    assert hash_sources(tmp_path, "Pango 1") != before


def _make_site(project: Path) -> set[str]:
    """Run `site`; return the folders that were made again."""
    places = {name: _identify(project / name) for name in ("dist", "site")}
    done = run_command("--project", str(project), "site")
    assert done.exit_code == 0, done.stderr
    return {name for name, place in places.items() if _identify(project / name) != place}


def _identify(folder: Path) -> int:
    """Return what distinguishes a folder from another that has taken its place."""
    return folder.stat().st_ino if folder.exists() else 0


def _read(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _write_sources(sources: dict[str, str], folder: Path, epoch: int) -> None:
    """Stand in for WeasyPrint: what it makes of a source is the same each time."""
    for name, source in sources.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(source, "utf-8")


@pytest.mark.unix
def test_the_whole_site_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("offline.pdfs.write_pdfs", _write_sources)
    for name in ("offline.pdfs", "offline.pdf_engine"):
        monkeypatch.setattr(f"{name}.describe_engine", lambda: "Pango 1")
    for name in ("docs", "overrides", "templates"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / "hooks").symlink_to(ROOT / "hooks")
    for name in ("mkdocs.yml", "mkdocs.offline.yml"):
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    share_cache(tmp_path)
    synthesize(ROOT / "data", tmp_path / "data", 3)
    assert _make_site(tmp_path) == {"dist", "site"}
    made = _read(tmp_path / "site"), _read(tmp_path / "dist")
    assert _make_site(tmp_path) == set()
    page = tmp_path / "site" / "fr" / "index.html"
    page.write_text("changed", "utf-8")
    assert _make_site(tmp_path) == {"site"}
    next((tmp_path / "dist").glob("*.zip")).unlink()
    assert "dist" in _make_site(tmp_path)
    assert (_read(tmp_path / "site"), _read(tmp_path / "dist")) == made
