"""`compress`: the files of the built site as gzip and Brotli, for servers that send them as such.

Beside each file worth it stand its packed forms: `page.html.gz`, `page.html.br`. The same input
gives the same bytes. A build puts a new folder in place: no packed file outlives its original.
"""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import brotli
import click

from build.process_pool import map_in_processes
from commands.speech import CommandError
from register.messages import speak

# Not files that are compressed already (pictures, zip, xlsx).
SUFFIXES = {
    *(".html", ".css", ".js", ".json", ".jsonl", ".jsonld", ".yaml", ".csv", ".ttl", ".xml"),
    *(".svg", ".ics", ".txt", ".webmanifest"),
}
# In bytes: for a smaller file, compression saves less than the headers of a response take.
SMALLEST = 1000
GZIP_LEVEL, BROTLI_QUALITY = 9, 11


@click.command
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def command(project: Path, folder: Path | None) -> None:
    """Pack the files of the built site, or of another `folder`."""
    folder = folder or project / "site"
    if not (folder / "index.html").exists():
        raise CommandError(speak("compress-no-site", folder=str(folder)))
    sizes = map_in_processes(pack, list_files(folder))
    plain, zipped, brotlied = (sum(column) for column in zip(*sizes, strict=True))
    sums = {"plain": plain, "zipped": zipped, "brotlied": brotlied}
    shown = {name: f"{size:,}" for name, size in sums.items()}
    click.echo(speak("compress-done", count=len(sizes), **shown))


def list_files(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder` that are worth packing."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size >= SMALLEST:
            yield path


def pack(path: Path) -> tuple[int, int, int]:
    """Write the packed forms of `path`; return the sizes: as it is, gzip, Brotli."""
    data = path.read_bytes()
    packed = {
        ".gz": gzip.compress(data, GZIP_LEVEL, mtime=0),
        ".br": brotli.compress(data, quality=BROTLI_QUALITY),
    }
    for suffix, content in packed.items():
        target = path.with_name(path.name + suffix)
        target.write_bytes(content)
        # As readable as the original, whatever the umask is.
        shutil.copymode(path, target)
    return len(data), len(packed[".gz"]), len(packed[".br"])
