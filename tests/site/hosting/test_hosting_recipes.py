"""The recipes for hosts that cannot be started here: what they run, and what they would serve."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from build.security_headers import FOREVER
from support.build import ROOT
from support.yaml_loading import load_yaml

pytestmark = pytest.mark.unix

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read_recipe(target: str) -> str:
    """Return the lines of the Makefile that make the `target`."""
    rule = (ROOT / "Makefile").read_text("utf-8").partition(f"\n{target}:")[2]
    return rule.partition("\n\n")[0]


def commands(path: Path) -> list[str]:
    """Return the commands of a workflow or a pipeline, one by one."""
    found: list[str] = []

    def look(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, each in value.items():
                look(each, str(name))
        elif isinstance(value, list):
            for each in value:
                look(each, key)
        elif key in ("run", "script"):
            found.append(str(value))

    look(load_yaml(path.read_text("utf-8")))
    return found


@pytest.mark.parametrize("path", [*WORKFLOWS, ROOT / ".gitlab-ci.yml"], ids=lambda path: path.name)
def test_pipelines_call_targets_that_there_are(path: Path) -> None:
    lines = [each.split() for each in commands(path)]
    targets = {words[1] for words in lines if words[0] == "make"}
    calls = {words[2] for words in lines if words[:2] == ["python", "hooks"]}
    assert targets or calls
    assert targets <= TARGETS
    assert calls <= {each.stem for each in (ROOT / "hooks" / "commands").rglob("*.py")}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_take_actions_by_their_commit_and_few_rights(path: Path) -> None:
    text = path.read_text("utf-8")
    uses = re.findall(r"uses: (.+)", text)
    assert uses
    for each in uses:
        assert PINNED.fullmatch(each), each
    workflow = load_yaml(text)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job.get("permissions", {}).keys() <= {"pages", "id-token"}
    # Text that others can choose, such as a branch's name, is in no command.
    assert not [each for each in commands(path) if "${{" in each]


def test_weaknesses_are_looked_for_every_week() -> None:
    # YAML reads `on` as true.
    schedule = load_yaml((ROOT / ".github/workflows/watch.yml").read_text())[True]["schedule"]
    assert [len(each["cron"].split()) for each in schedule] == [5]
    assert "pip-audit --require-hashes" in read_recipe("weaknesses")


@pytest.mark.parametrize("target", ["lock", "weaknesses"])
def test_no_lock_is_left_out(target: str) -> None:
    names = {path.stem for path in ROOT.glob("requirements*.txt")}
    assert names == {path.stem for path in ROOT.glob("requirements*.in")}
    assert names <= set(re.findall(r"[\w-]+", read_recipe(target)))


def test_gitlab_publishes_the_folder_that_it_names() -> None:
    job = load_yaml((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["pages"]
    assert job["script"] == ["make compressed", "mv site public"]
    assert job["artifacts"]["paths"] == ["public"]
    assert job["variables"]["SITE_URL"].endswith("/")


def test_every_recipe_keeps_the_scripts_of_the_edition_before() -> None:
    workflow = load_yaml((ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    environments = [
        next(step["env"] for step in steps if step.get("run") == "make site"),
        load_yaml((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["pages"]["variables"],
    ]
    for environment in environments:
        assert environment["PREVIOUS"] == environment["SITE_URL"]
    assert '--previous "$(PREVIOUS)"' in read_recipe("site")
    guide = (ROOT / "HOSTING.md").read_text("utf-8")
    for host in ("nginx", "Netlify, Cloudflare Pages", "Plain object storage"):
        assert "PREVIOUS" in guide.partition(f"## {host}\n")[2].partition("\n## ")[0], host


def test_object_storage_gets_every_file_with_its_time(built_site: Path, tmp_path: Path) -> None:
    """The commands of the guide run, with an `aws` that only writes down its arguments."""
    guide = (ROOT / "HOSTING.md").read_text("utf-8")
    recipe = guide.partition("## Plain object storage\n")[2].partition("\n## ")[0]
    script = "\n".join(re.findall(r"(?m)^    (.*)", recipe))
    (tmp_path / "site").symlink_to(built_site)
    (tmp_path / "bin").mkdir()
    for name, body in (("make", ":"), ("aws", 'printf "%s\\n" "$*" >> calls')):
        (tmp_path / "bin" / name).write_text(f"#!/bin/sh\n{body}\n")
        (tmp_path / "bin" / name).chmod(0o755)
    environment = {"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}
    subprocess.run(["sh", "-euc", script], cwd=tmp_path, env=environment, check=True)
    times: dict[str, str] = {}
    for call in (tmp_path / "calls").read_text().splitlines():
        _, _, source, target, *options = shlex.split(call.replace(FOREVER, shlex.quote(FOREVER)))
        folder = tmp_path / source
        below = target.removeprefix("s3://BUCKET").strip("/")
        for path in folder.rglob("*"):
            if path.is_file():
                name = f"{below}/{path.relative_to(folder).as_posix()}".lstrip("/")
                times[name] = options[options.index("--cache-control") + 1]
    files = [path.relative_to(built_site) for path in built_site.rglob("*") if path.is_file()]
    assert set(times) == {path.as_posix() for path in files}
    for name, time in times.items():
        hashed = re.search(r"^assets/((css|js)-[0-9a-f]{8}/|javascripts/.*\.[0-9a-f]{8}\.)", name)
        assert time == (FOREVER if hashed else "no-cache"), name
