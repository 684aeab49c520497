"""Run the real build, as an editor or a host would."""

import os
import subprocess
from pathlib import Path

from build.generator import GENERATOR, make_command
from website.templates import make_cache, make_templates

SITE_URL = "https://wco-data-initiatives.example/"
REPOSITORY = "https://forge.example/register"
ROOT = Path(__file__).resolve().parent.parent.parent
CACHE = ROOT / ".cache"
TEMPLATES = make_templates(ROOT / "templates", make_cache(CACHE / "templates"))


def share_cache(project: Path) -> None:
    """Let the builds of `project` use what others have kept: a third of a small build.

    What is kept is found by all that went into it, in whichever project that was.
    """
    CACHE.mkdir(exist_ok=True)
    (project / CACHE.name).symlink_to(CACHE, target_is_directory=True)


def build_site(
    folder: Path,
    downloads: Path,
    project: Path = ROOT,
    generator: str = GENERATOR,
    **variables: str,
) -> subprocess.CompletedProcess[str]:
    """Build the site of `project` into `folder`, strictly, with the `downloads`.

    The `generator` is the module that builds; `variables` are set in its environment, beside
    the addresses of a published site. Return the process.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": str(downloads)}
    # A published site has both.
    environment |= {"SITE_URL": SITE_URL, "REPO_URL": REPOSITORY} | variables
    return subprocess.run(
        make_command("build", "--strict", "--site-dir", str(folder), generator=generator),
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
