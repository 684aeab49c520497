"""licences.txt: the licences of everything that the site ships, with their full texts."""

import tomllib
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from msgspec import Struct

from register.publication import Publication

# The licence of this code.
OWN = Path(__file__).resolve().parents[2] / "LICENSE"
RULE = "-" * 72


class Work(Struct, frozen=True, kw_only=True):
    """A third-party work in the site."""

    name: str
    version: str
    licence: str
    holders: str
    source: str
    files: tuple[str, ...]
    texts: tuple[str, ...]
    modules: tuple[str, ...] = ()


def list_works(vendor: Path) -> list[Work]:
    """Return the third-party works named by SHIPPED.toml and VENDORED.toml in the folder `vendor`.

    The texts of their licences are read from `vendor` and from the installed packages.
    """
    shipped = _read_toml(vendor / "SHIPPED.toml")["work"]
    vendored = [
        {**file, "name": file["package"], "files": file["within"]}
        for file in _read_toml(vendor / "VENDORED.toml")["file"]
    ]
    return [
        Work(
            name=work["name"],
            version=work.get("version") or (version(work["package"]) if "package" in work else ""),
            licence=work["licence"],
            holders=work["holders"],
            source=work["source"],
            files=tuple(work["files"]),
            texts=tuple(_read_text(vendor, **text) for text in work["texts"]),
            modules=tuple(work.get("modules", ())),
        )
        for work in [*shipped, *vendored]
    ]


def _read_toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _read_text(vendor: Path, file: str, package: str = "") -> str:
    if not package:
        return (vendor / "licences" / file).read_text(encoding="utf-8").strip()
    # Either in the package's metadata or among its files; listing all files would be much slower.
    found = distribution(package)
    text = found.read_text(file) or Path(str(found.locate_file(file))).read_text(encoding="utf-8")
    return text.strip()


def make_licences(publication: Publication, vendor: Path) -> str:
    """Return licences.txt for a site with this code and the works named in the folder `vendor`."""
    own = OWN.read_text(encoding="utf-8")
    return write_licences(publication, list_works(vendor), own)


def write_licences(publication: Publication, works: list[Work], own: str) -> str:
    """Return licences.txt: an index of works and licences, then the texts, `own` first.

    A text that several works share is printed once.
    """
    numbers: dict[str, int] = {}
    for text in (own.strip(), *(text for work in works for text in work.texts)):
        numbers.setdefault(text, len(numbers) + 1)
    lines = [*_write_head(publication, numbers[own.strip()]), *_write_index(works, numbers)]
    lines += ["", RULE, "Texts of the licences / Textes des licences"]
    for text, number in numbers.items():
        names = [work.name.partition(",")[0] for work in works if text in work.texts]
        title = "; ".join(names) or publication.name.en
        lines += ["", RULE, f"[{number}] {title}", RULE, "", text]
    return "\n".join(lines) + "\n"


def _write_head(publication: Publication, number: int) -> list[str]:
    text, code = publication.text_licence, publication.code_licence
    return [
        f"{publication.name.en} / {publication.name.fr}",
        "",
        f"Texts and data / Textes et données: {text.name}, {text.url}",
        f"Code of the site / Code du site: {code.name}, {code.url} [{number}]",
        "",
        "Works of others in it / Œuvres d’autrui qu’il contient",
        "(the numbers are those of the texts below / les numéros sont ceux des textes ci-dessous):",
    ]


def _write_index(works: list[Work], numbers: dict[str, int]) -> list[str]:
    lines = []
    for work in works:
        marks = " ".join(f"[{numbers[text]}]" for text in work.texts)
        lines += [
            "",
            f"{work.name} {work.version}".strip(),
            f"  Licence: {work.licence} {marks}",
            f"  © {work.holders}",
            f"  Source: {work.source}",
            f"  Files / Fichiers: {', '.join(work.files)}",
        ]
    return lines
