"""Print the hashes of PDFs, Word documents and pictures of a project, nothing of it cached.

The folder of the project is given.

Run in a process of its own, with its `hooks` on PYTHONPATH.
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
from pages.lists.word_lists import list_word_files
from register.load import load_register
from register.model import LANGUAGES
from register.register import Register
from website import urls
from website.localized_site import LocalizedSite
from website.templates import make_templates
from website.urls import Links


def make_files(root: Path, register: Register) -> dict[str, bytes]:
    templates = make_templates(root / "templates")
    sites = {
        language: LocalizedSite(register, language, templates, Links(), "https://example.org/")
        for language in LANGUAGES
    }
    listed = list_files(sites, "https://example.org/", None)
    made = {each.path: each.to_bytes() for each in listed if each.path.endswith(".png")}
    for site in sites.values():
        files = list_word_files(site, "https://example.org/")
        made |= {path: render() for path, render in files.items()}
    return made


def main() -> None:
    root = Path(sys.argv[1])
    register = load_register(root / "data")
    made = make_files(root, register)
    epoch = find_epoch(register.publication.as_of)
    sources = render_sources(root, register)
    # One list in one language does: to cut down a font with fontTools takes a second.
    name = urls.document(register.publication.file_stem, SUCCINCT, "fr")
    for subsetter in ("installed", "fontTools"):
        if subsetter == "fontTools":
            weasyprint.pdf.fonts.harfbuzz_subset = None
        write_pdfs({name: sources[name]}, root / subsetter, epoch)
        made[subsetter] = (root / subsetter / name).read_bytes()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in made.items()}
    print(json.dumps({"day": time.time() // 86400, "hashes": hashes}))


if __name__ == "__main__":
    main()
