"""Run the real build, as an editor or a host would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def build_site(
    folder: Path, downloads: Path, project: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Build the site of `project` into `folder`, strictly, with the `downloads`.

    `variables` are set in its environment. Return the process.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": str(downloads)}
    for name in ("SITE_URL", "REPO_URL"):
        environment.pop(name, None)
    environment |= variables
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
