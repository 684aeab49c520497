"""Make the lists as PDF in build/documents/, unless they are there already: `make pdfs`.

Without Pango there are no PDFs: a line says so, and the rest of the site builds.
"""

import hashlib
import json
import logging
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from get_pango import MESSAGE, get_pango  # noqa: E402 - the hooks folder is not a package
from pages.language_site import DEFAULT_SITE_URL, LanguageSite  # noqa: E402
from pages.templates import make_cache, make_templates  # noqa: E402
from publish.pdf_source import HostedLinks, list_documents, render_document  # noqa: E402
from register.load import load_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402

# The same font wherever the PDFs are made; see hooks/publish/pictures.py.
FONT_PACKAGE = "font_source_sans_pro"
FONTS = (
    ("SourceSansPro-Regular.ttf", "normal", 400),
    ("SourceSansPro-It.ttf", "italic", 400),
    ("SourceSansPro-Semibold.ttf", "normal", 600),
)
INDEX = "sources.json"
DOCUMENTS = ROOT / "build" / "documents"


def font_faces() -> str:
    """Return the @font-face rules of the document's fonts."""
    folder = files(FONT_PACKAGE) / "files"
    return "\n".join(
        f'@font-face {{ font-family: "Source Sans Pro"; font-style: {style}; '
        f"font-weight: {weight}; src: url({Path(str(folder / name)).as_uri()}); }}"
        for name, style, weight in FONTS
    )


def hash_source(html: str) -> str:
    """Return a hash of all that a PDF depends on."""
    parts = (html, version("weasyprint"), version("pydyf"), version("font-source-sans-pro"))
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def write_pdf(html: str, path: Path) -> None:
    """Write `html` as a tagged PDF (PDF/UA-1), which takes nothing in from anywhere else."""
    # Only now: without Pango the import itself fails.
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    # What WeasyPrint says of style properties that it does not know is of no use to a reader.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)

    path.parent.mkdir(parents=True, exist_ok=True)
    fonts = FontConfiguration()
    document = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=()))
    faces = CSS(string=font_faces(), font_config=fonts)
    document.write_pdf(
        path, stylesheets=[faces], font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True
    )


def render_sources(root: Path) -> dict[str, str]:
    """Return the HTML of each document by the name of its PDF below the site's root."""
    register = load_register(root / "data")
    templates = make_templates(
        root / "overrides" / "register", make_cache(root / ".cache" / "templates")
    )
    style = (root / "docs" / "assets" / "css" / "document.css").read_text(encoding="utf-8")
    site_url = os.environ.get("SITE_URL") or DEFAULT_SITE_URL
    links = HostedLinks(site_url=site_url)
    sources = {}
    for language in LANGUAGES:
        site = LanguageSite(register, language, templates, links, site_url)
        for name, kind in list_documents(site).items():
            sources[name] = render_document(site, kind, style)
    return sources


def make_pdfs(folder: Path) -> bool:
    """Leave the PDFs in `folder`, making only those whose source changed.

    Returns whether they are there: without Pango none is, not even an old one.
    """
    index = folder / INDEX
    known = json.loads(index.read_text(encoding="utf-8")) if index.exists() else {}
    sources = render_sources(ROOT)
    wanted = {name: hash_source(html) for name, html in sources.items()}
    missing = [
        name
        for name, digest in wanted.items()
        if known.get(name) != digest or not (folder / name).exists()
    ]
    for path in folder.rglob("*.pdf"):
        name = path.relative_to(folder).as_posix()
        if name not in wanted or name in missing:
            path.unlink()
    if missing and not get_pango():
        print(MESSAGE, file=sys.stderr)
        return False
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        list(
            pool.map(write_pdf, [sources[name] for name in missing], [folder / n for n in missing])
        )
    folder.mkdir(parents=True, exist_ok=True)
    index.write_text(json.dumps(wanted, indent=2) + "\n", encoding="utf-8")
    return True


def main() -> None:
    """Make the PDFs and say what they are."""
    make_pdfs(DOCUMENTS)
    for path in sorted(DOCUMENTS.rglob("*.pdf")):
        print(f"{path.relative_to(ROOT)}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
