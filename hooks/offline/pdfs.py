"""Render the lists as PDF, unless they are up to date.

Without Pango there are no PDFs: a line reports that, and the rest of the site is built.
"""

import hashlib
import json
import logging
import os
import sys
from datetime import UTC, datetime, time
from functools import partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from build.process_pool import map_in_processes
from offline.pdf_engine import NO_PANGO, describe_engine
from pages.lists.printed_lists import HostedLinks, list_documents, render_document
from register.load import load_register
from register.messages import terminal_language
from register.model import LANGUAGES
from register.register import Register
from website.colours import fill_colours
from website.localized_site import LocalizedSite
from website.templates import load_templates
from website.text.dates import first_day

# The same font on every machine; see hooks/exports/share_images.py.
FONT_PACKAGE = "font_source_sans_pro"
FONTS = (
    ("SourceSansPro-Regular.ttf", "normal", 400),
    ("SourceSansPro-It.ttf", "italic", 400),
    ("SourceSansPro-Semibold.ttf", "normal", 600),
)
INDEX = "sources.json"


def font_faces() -> str:
    """Return the @font-face rules of the document's fonts."""
    folder = files(FONT_PACKAGE) / "files"
    return "\n".join(
        f'@font-face {{ font-family: "Source Sans Pro"; font-style: {style}; '
        f"font-weight: {weight}; src: url({Path(str(folder / name)).as_uri()}); }}"
        for name, style, weight in FONTS
    )


def hash_source(html: str, engine: str, epoch: int) -> str:
    """Return a hash of all that a PDF depends on: `engine` names the system libraries."""
    packages = ("weasyprint", "pydyf", "font-source-sans-pro")
    parts = (html, engine, str(epoch), *map(version, packages))
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def write_pdf(html: str, path: Path) -> None:
    """Write `html` as a tagged PDF (PDF/UA-1) without loading anything from elsewhere."""
    # Imported here, because the import fails without Pango.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    # WeasyPrint's warnings about unknown style properties are of no use to the person who builds.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)

    path.parent.mkdir(parents=True, exist_ok=True)
    fonts = FontConfiguration()
    document = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=()))
    faces = CSS(string=font_faces(), font_config=fonts)
    document.write_pdf(
        path, stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True
    )


def find_epoch(as_of: str) -> int:
    """Return the first second (UTC) of "2024", "2024-05" or "2024-05-13", since 1970."""
    return int(datetime.combine(first_day(as_of), time.min, UTC).timestamp())


def _set_clock(epoch: int) -> None:
    """Let fontTools write `epoch` into fonts as their date."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)


def write_pdfs(sources: dict[str, str], folder: Path, epoch: int) -> None:
    """Write each HTML as a PDF below `folder`, dated `epoch` instead of the present time."""
    if not sources:
        return
    paths = [folder / name for name in sources]
    map_in_processes(write_pdf, sources.values(), paths, prepare=partial(_set_clock, epoch))


def render_sources(root: Path, register: Register) -> dict[str, str]:
    """Return the HTML of each document by the name of its PDF below the site's root."""
    templates = load_templates(root)
    css = root / "docs" / "assets" / "css"
    sheets = [css / "base" / "categories.css", css / "document.css"]
    style = fill_colours("".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
    site_url = os.environ.get("SITE_URL", "")
    links = HostedLinks(site_url=site_url)
    sources = {}
    for language in LANGUAGES:
        site = LocalizedSite(register, language, templates, links, site_url)
        for name, kind in list_documents(site).items():
            sources[name] = render_document(site, kind, style)
    return sources


def make_pdfs(project: Path, folder: Path) -> bool:
    """Update the PDFs of `project` in `folder`: render those whose source or engine changed.

    Returns whether there are PDFs: without Pango there are none, not even old ones.
    """
    index = folder / INDEX
    known = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    register = load_register(project / "data")
    sources = render_sources(project, register)
    epoch = find_epoch(register.publication.as_of)
    engine = describe_engine()
    wanted = {name: hash_source(html, engine or "", epoch) for name, html in sources.items()}
    for path in folder.rglob("*.pdf"):
        name = path.relative_to(folder).as_posix()
        if engine is None or name not in wanted or known.get(name) != wanted[name]:
            path.unlink()
    if engine is None:
        print(f"{NO_PANGO.render(terminal_language())}.", file=sys.stderr)
        return False
    missing = {name: html for name, html in sources.items() if not (folder / name).exists()}
    write_pdfs(missing, folder, epoch)
    folder.mkdir(parents=True, exist_ok=True)
    index.write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8", newline="\n")
    return True
