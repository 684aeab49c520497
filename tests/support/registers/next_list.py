"""The real register with a made-up third list, all of it in data/editions.yaml."""

import yaml

from register.data_files import EDITIONS, FILES
from register.model import Language
from register.register import Register
from support.build import ROOT, TEMPLATES
from website.localized_site import LocalizedSite
from website.urls import Links

SITE_URL = "https://wco-data-initiatives.example/"
REAL = {name: (ROOT / "data" / name).read_text(encoding="utf-8") for name in FILES}
NEXT = "next-2025"
GONE, RENAMED = "colibri-geoportal", "cen"


def add_list(register: Register, **changes: object) -> dict[str, str]:
    """Return the data with a third list, all of it in data/editions.yaml.

    It is the newest one but for a name, and an entry left out, whose number the next ones take.
    """
    newest = register.editions[0]
    places = sorted(
        (entry.lists[newest.id].number, entry.id, entry.lists[newest.id].name)
        for entry in register.initiatives
        if entry.id != GONE
    )
    block = {
        "id": NEXT,
        "date": "2025-06-30",
        "name": {"fr": "Liste du 30 juin 2025", "en": "List of 30 June 2025"},
        "short": {"fr": "Liste 2025", "en": "List 2025"},
        "title_printed": "Liste - 30 juin 2025",
        "entries": {
            id_: {"number": number, "name": f"{name} bis" if id_ == RENAMED else name}
            for number, (_, id_, name) in enumerate(places, start=1)
        },
        "titles": {
            key: category.printed[newest.id] + ("!" if key == "standard-setting" else "")
            for key, category in register.vocabulary.categories.items()
        },
        **changes,
    }
    return {**REAL, EDITIONS: yaml.safe_dump([block], allow_unicode=True) + REAL[EDITIONS]}


def make_site(register: Register, language: Language) -> LocalizedSite:
    return LocalizedSite(register, language, TEMPLATES, Links())
