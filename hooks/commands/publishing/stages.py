"""What `pdfs`, `offline` and `site` make one from the other, each unless nothing has changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from build.unchanged import Stage, hash_sources, run_stages
from commands.group import run_generator
from commands.speech import CommandError
from register.messages import speak, terminal_language

PDFS, EDITIONS, SITE = NAMES = ("pdfs", "editions", "site")
RECORD = Path("build", "made.json")


def make_up_to(last: str, project: Path) -> None:
    """Make all that leads to the stage with the name `last`, and the stage itself."""
    from offline.pdf_engine import NO_PANGO, describe_engine

    engine = describe_engine()
    names = NAMES[: NAMES.index(last) + 1]
    ran = run_stages(
        [stage for stage in _list_stages(project) if stage.name in names],
        hash_sources(project, str(engine)),
        project / RECORD,
    )
    if engine is None and PDFS not in ran:
        click.echo(f"{NO_PANGO.render(terminal_language())}.", err=True)
    if not ran:
        click.echo(speak("nothing-changed"))


def _list_stages(project: Path) -> Sequence[Stage]:
    return (
        Stage(name=PDFS, folder=project / "build" / "documents", make=partial(_make_pdfs, project)),
        Stage(name=EDITIONS, folder=project / "dist", make=partial(_make_editions, project)),
        Stage(
            name=SITE,
            folder=project / "site",
            make=partial(run_generator, project, "build", "--strict"),
        ),
    )


def _make_pdfs(project: Path) -> None:
    from build.folders.atomic_folder import explain
    from offline.pdfs import make_pdfs

    try:
        make_pdfs(project, project / "build" / "documents")
    except OSError as error:
        raise CommandError(speak("pdfs-not-written", reason=explain(error))) from None


def _make_editions(project: Path) -> None:
    from build.folders.atomic_folder import AtomicFolderError, explain
    from offline.edition import make_offline

    build = project / "build"
    try:
        make_offline(project, project / "dist", build / "offline", build / "documents")
    except (OSError, AtomicFolderError) as error:
        raise CommandError(speak("editions-not-written", reason=explain(error))) from None


def list_made(project: Path, folder: Path, pattern: str) -> None:
    """Print path and size of each file below `folder` that matches `pattern`."""
    for path in sorted(folder.rglob(pattern)):
        click.echo(f"{path.relative_to(project).as_posix()}  {path.stat().st_size:,} bytes")
