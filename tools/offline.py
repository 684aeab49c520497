"""Pack the offline editions into dist/: `make offline`.

Makes the lists as PDF, builds the site for file://, packs it into a zip that is the same bytes for
the same input, and writes the single-file edition of each language. dist/downloads.json lists them
for the hosted site.
"""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from build.atomic_folder import Swap, SwapError, explain  # noqa: E402
from generator import make_command  # noqa: E402 - the hooks folder is not a package
from make_pdfs import DOCUMENTS, make_pdfs  # noqa: E402
from pages.handwritten.downloads import Download, write_downloads  # noqa: E402
from pages.single_file import render_single_file  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402
from register.register import Register  # noqa: E402
from website.localized_site import DEFAULT_SITE_URL, LocalizedSite  # noqa: E402
from website.templates import make_cache, make_templates  # noqa: E402
from website.urls import Links  # noqa: E402

TEMPLATES = ROOT / "templates"
CACHE = ROOT / ".cache" / "templates"
# Short, so that the longest path inside the zip stays within 100 characters.
NAME = "wco-data"
MANIFEST = "MANIFEST.sha256"
READMES = {"fr": "LISEZMOI.txt", "en": "README.txt"}
STYLES = ("tokens", "components", "pages", "single", "print")
SCRIPTS = ("interface", "single")
# Times and modes in the zip are fixed: the same input gives the same bytes.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
ZIP_MODE = 0o644 << 16


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def start_build(folder: Path, documents: Path) -> subprocess.Popen[str]:
    """Start to build the site for file:// into `folder`, with the PDFs in `documents`."""
    command = make_command("build", "--strict")
    command += ["--config-file", "mkdocs.offline.yml", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DOCUMENTS": str(documents)}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finish_build(process: subprocess.Popen[str]) -> None:
    """Wait for the build of `folder`."""
    output, _ = process.communicate()
    if process.returncode != 0:
        raise SystemExit(output)


def add_readmes(folder: Path, register: Register, hosted_url: str) -> None:
    """Write the text files beside index.html, as Windows' editor likes them."""
    templates = make_templates(TEMPLATES, make_cache(CACHE))
    for language, name in READMES.items():
        site = LocalizedSite(register, language, templates, Links())  # type: ignore[arg-type]
        text = site.render(
            "offline_readme.txt",
            "index",
            as_of=site.date(register.publication.as_of),
            hosted_url=hosted_url,
            manifest=MANIFEST,
        )
        data = text.strip().replace("\n", "\r\n") + "\r\n"
        (folder / name).write_bytes(data.encode("utf-8-sig"))


def list_files(folder: Path) -> list[str]:
    """Return the files below `folder`, in a fixed order, without the manifest."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in names if name != MANIFEST)


def write_manifest(folder: Path) -> None:
    """List every file with its hash, in the form that sha256sum checks."""
    lines = [f"{hash_file(folder / name)}  {name}\n" for name in list_files(folder)]
    (folder / MANIFEST).write_text("".join(lines), encoding="utf-8", newline="\n")


def pack(folder: Path, archive: Path) -> None:
    """Pack `folder` into the zip `archive`, below a folder of the archive's own name."""
    with zipfile.ZipFile(archive, "w") as target:
        for name in [*list_files(folder), MANIFEST]:
            info = zipfile.ZipInfo(f"{archive.stem}/{name}", ZIP_TIME)
            info.external_attr = ZIP_MODE
            info.create_system = 3
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, (folder / name).read_bytes(), compresslevel=9)


def write_single_files(register: Register, dist: Path, stem: str, hosted_url: str) -> list[Path]:
    """Write the single-file edition of each language; return their paths."""
    assets = ROOT / "docs" / "assets"
    parts = {
        "style": "\n".join((assets / f"css/{name}.css").read_text("utf-8") for name in STYLES),
        "script": "\n".join(
            (assets / f"js/{name}.js").read_text("utf-8") for name in SCRIPTS
        ).replace('"use strict";\n', ""),
    }
    templates = make_templates(TEMPLATES, make_cache(CACHE))
    paths = []
    for language in LANGUAGES:
        path = dist / f"{stem}-{language}.html"
        text = render_single_file(register, language, templates, parts, hosted_url)
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def make_offline(dist: Path, folder: Path, documents: Path) -> None:
    """Build the offline site in `folder` and swap all editions into `dist` at the end.

    `documents` holds the lists as PDF.
    """
    swap = Swap(dist)
    try:
        _make_editions(swap.begin(print), folder, documents)
        swap.commit()
    finally:
        swap.discard()


def _make_editions(dist: Path, folder: Path, documents: Path) -> None:
    register = load_register(ROOT / "data")
    date = register.publication.as_of
    stem = f"{NAME}-{date}"
    hosted_url = os.environ.get("SITE_URL") or DEFAULT_SITE_URL
    # The single files are written while the other core builds the site.
    process = start_build(folder, documents)
    singles = write_single_files(register, dist, stem, hosted_url)
    finish_build(process)
    add_readmes(folder, register, hosted_url)
    write_manifest(folder)
    archive = dist / f"{stem}.zip"
    pack(folder, archive)
    kinds = {archive: "zip"} | {path: f"single-{path.stem[-2:]}" for path in singles}
    downloads = tuple(
        Download(
            name=path.name, kind=kind, date=date, size=path.stat().st_size, sha256=hash_file(path)
        )
        for path, kind in kinds.items()
    )
    write_downloads(dist, downloads)
    sums = "".join(f"{download.sha256}  {download.name}\n" for download in downloads)
    (dist / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")


def main() -> None:
    """Make the offline editions and say what they are."""
    dist = ROOT / "dist"
    try:
        make_pdfs(DOCUMENTS)
        make_offline(dist, ROOT / "build" / "offline", DOCUMENTS)
    except (OSError, SwapError) as error:
        raise SystemExit(f"The editions could not be written: {explain(error)}") from None
    for path in sorted(dist.iterdir()):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
