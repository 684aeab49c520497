"""MkDocs and its fork ProperDocs build the same site: a way out, should one be needed.

With that, two builds are the same, too.
"""

import filecmp
from pathlib import Path

from build.generator import GENERATOR
from support.build import build_site
from support.preview import copy_project, run_preview

OTHER = "mkdocs" if GENERATOR == "properdocs" else "properdocs"


def list_files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_two_builds_are_identical_and_so_by_another_generator(
    built_site: Path, editions: Path, documents: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    result = build_site(site, editions, generator=OTHER, DOCUMENTS=str(documents))
    assert result.returncode == 0, result.stdout + result.stderr
    names = list_files(site)
    assert names == [name for name in list_files(built_site) if name != "built"]
    _, different, failed = filecmp.cmpfiles(site, built_site, names, shallow=False)
    assert (different, failed) == ([], [])


def test_another_generator_keeps_the_preview_while_something_is_wrong(tmp_path: Path) -> None:
    copy_project(tmp_path)
    with run_preview(tmp_path, generator=OTHER) as run:
        good = run.register.read_text(encoding="utf-8")
        run.register.write_text(good.replace("phase: ", "phaze: ", 1), encoding="utf-8")
        page = run.wait_for("problem-banner")
        assert "phaze" in page
        assert "<article" in page
        run.register.write_text(good, encoding="utf-8")
        run.wait_for("problem-banner", gone=True)
