"""Pack the offline editions: a zip that is the same bytes for the same input, and single files.

The zip holds the site built for file://; a single file holds the register in one language.
dist/downloads.json lists them for the hosted site.
"""

import os
import subprocess
import zipfile
from pathlib import Path

import jinja2

from assets import style_bundles
from assets.script_bundles import SINGLE_FILE, join_scripts, name_part
from assets.style_bundles import ORDER, put_in_layers
from assets.style_sheet import squeeze_sheet
from build.folders.atomic_folder import AtomicFolder
from build.generator import make_command, make_environment
from offline.manifest import MANIFEST, hash_file, list_files, write_manifest
from pages.handwritten.downloads import Download, write_downloads
from pages.single_file import render_single_file
from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from search.index_files import describe_language
from website.json_in_html import escape_for_html, to_compact_json
from website.localized_site import LocalizedSite
from website.templates import load_templates
from website.urls import Links

# Short, so that the longest path inside the zip stays within 100 characters.
READMES = {"fr": "LISEZMOI.txt", "en": "README.txt"}
# Times and modes in the zip are fixed: the same input gives the same bytes.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
ZIP_MODE = 0o644 << 16


def start_build(project: Path, folder: Path, documents: Path) -> subprocess.Popen[str]:
    """Start to build the site for file:// into `folder`, with the PDFs in `documents`."""
    options = ["--config-file", "mkdocs.offline.yml", "--site-dir", str(folder)]
    return subprocess.Popen(
        make_command("build", "--strict", *options),
        cwd=project,
        env=make_environment(DOCUMENTS=str(documents)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def finish_build(process: subprocess.Popen[str]) -> None:
    """Wait for the build of `folder`. Raises `SystemExit` with its output if it failed."""
    output, _ = process.communicate()
    if process.returncode != 0:
        raise SystemExit(output)


def add_readmes(
    folder: Path, register: Register, templates: jinja2.Environment, hosted_url: str
) -> None:
    """Write the text files beside index.html, in a form that Windows Notepad reads."""
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


def pack(folder: Path, archive: Path) -> None:
    """Pack `folder` into the zip `archive`, below a folder of the archive's own name."""
    with zipfile.ZipFile(archive, "w") as target:
        for name in [*list_files(folder), MANIFEST]:
            info = zipfile.ZipInfo(f"{archive.stem}/{name}", ZIP_TIME)
            info.external_attr = ZIP_MODE
            info.create_system = 3
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, (folder / name).read_bytes(), compresslevel=9)


def write_single_files(
    register: Register, templates: jinja2.Environment, assets: Path, stem: Path, hosted_url: str
) -> list[Path]:
    """Write the single-file edition of each language; return their paths.

    Their names begin with `stem`; style and scripts are in `assets`.
    """
    texts = {
        path.relative_to(assets.parent).as_posix(): path.read_text("utf-8")
        for path in [*assets.rglob("*.css"), *assets.rglob("*.js")]
    }
    parts = {
        "style": squeeze_sheet(ORDER + put_in_layers(style_bundles.SINGLE_FILE, texts)),
        "script": join_scripts(texts[name_part(part)] for part in SINGLE_FILE),
    }
    paths = []
    for language in LANGUAGES:
        path = stem.with_name(f"{stem.name}-{language}.html")
        site = LocalizedSite(register, language, templates, Links())
        known = escape_for_html(to_compact_json(describe_language(site)))
        text = render_single_file(
            register, language, templates, {**parts, "search_data": known}, hosted_url
        )
        path.write_text(text, encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def make_offline(project: Path, dist: Path, folder: Path, documents: Path) -> None:
    """Build the offline site of `project` in `folder`, and swap all editions into `dist`.

    `documents` holds the lists as PDF. Raises `OSError` or `AtomicFolderError` where they cannot be
    written, and `SystemExit` where the site cannot be built.
    """
    output = AtomicFolder(dist)
    try:
        _make_editions(project, output.begin(print), folder, documents)
        output.commit()
    finally:
        output.discard()


def _make_editions(project: Path, dist: Path, folder: Path, documents: Path) -> None:
    register, templates = load_register(project / "data"), load_templates(project)
    date = register.publication.as_of
    stem = f"{register.publication.file_stem}-{date}"
    hosted_url = os.environ.get("SITE_URL", "")
    # The single files are written while the other core builds the site.
    with start_build(project, folder, documents) as process:
        assets = project / "docs" / "assets"
        singles = write_single_files(register, templates, assets, dist / stem, hosted_url)
        finish_build(process)
    add_readmes(folder, register, templates, hosted_url)
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
