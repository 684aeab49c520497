"""Run the real build, as an editor or a host would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def build_site(folder: Path, downloads: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Build the site into `folder`, strictly, with the `downloads`; return the process.

    `variables` are set in its environment.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOWNLOADS": str(downloads)}
    environment |= variables
    for name in ("SITE_URL", "REPO_URL"):
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
