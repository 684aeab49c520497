"""Print the hashes of PDFs and pictures of the project in the folder given, nothing of it cached.

Run in a process of its own, with the `hooks` of that folder on PYTHONPATH.
"""

import hashlib
import json
import sys
import time
from pathlib import Path

import weasyprint.pdf.fonts

from exports.all_files import list_files
from offline.pdfs import find_epoch, render_sources, write_pdfs
from pages.lists.list_pages import SUCCINCT
from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from website import urls
from website.localized_site import LocalizedSite
from website.templates import make_templates
from website.urls import Links


def make_pictures(root: Path, register: Register) -> dict[str, bytes]:
    templates = make_templates(root / "templates")
    sites = {
        language: LocalizedSite(register, language, templates, Links(), "https://example.org/")
        for language in LANGUAGES
    }
    made = list_files(sites, "https://example.org/", None)
    return {each.path: each.to_bytes() for each in made if each.path.endswith(".png")}


def main() -> None:
    root = Path(sys.argv[1])
    register = load_register(root / "data")
    made = make_pictures(root, register)
    epoch = find_epoch(register.publication.as_of)
    sources = render_sources(root, register)
    # One list in one language does: to cut down a font with fontTools takes a second.
    name = urls.document(SUCCINCT, "fr")
    for subsetter in ("installed", "fontTools"):
        if subsetter == "fontTools":
            weasyprint.pdf.fonts.harfbuzz_subset = None
        write_pdfs({name: sources[name]}, root / subsetter, epoch)
        made[subsetter] = (root / subsetter / name).read_bytes()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    print(json.dumps({"day": time.time() // 86400, "hashes": hashes}))


if __name__ == "__main__":
    main()
