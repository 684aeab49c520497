"""Pack the files of the built site ahead, as gzip and Brotli, for servers that send them as such.

Usage: python tools/compress.py [FOLDER]

Beside each file worth it stand its packed forms: `page.html.gz`, `page.html.br`. The same input
gives the same bytes. A build puts a new folder in place: no packed file outlives its original.
"""

import gzip
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
# What is packed already (pictures, zip, xlsx) is left.
SUFFIXES = {
    *(".html", ".css", ".js", ".json", ".jsonl", ".jsonld", ".yaml", ".csv", ".ttl", ".xml"),
    *(".svg", ".ics", ".txt", ".webmanifest"),
}
# In bytes: below, the headers of an answer weigh more than what is saved.
SMALLEST = 1000
GZIP_LEVEL, BROTLI_QUALITY = 9, 11


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
        path.with_name(path.name + suffix).write_bytes(content)
    return len(data), len(packed[".gz"]), len(packed[".br"])


def main() -> int:
    """Pack the site, or the folder named; return the exit status."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    if not (folder / "index.html").exists():
        print(f"{folder} holds no site: build it first", file=sys.stderr)
        return 1
    with ProcessPoolExecutor() as pool:
        sizes = list(pool.map(pack, list_files(folder), chunksize=16))
    plain, zipped, brotlied = (sum(column) for column in zip(*sizes, strict=True))
    print(f"{len(sizes)} files: {plain:,} bytes, gzip {zipped:,}, Brotli {brotlied:,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
