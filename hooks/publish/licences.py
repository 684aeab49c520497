"""licences.txt: under which licence readers have what the site ships."""

import tomllib
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from register.model import Publication


def list_works(shipped: str, vendored: str) -> list[dict[str, Any]]:
    """Return the works of others: name, version, licence, source and files of each.

    `shipped` and `vendored` are the texts of SHIPPED.toml and VENDORED.toml.
    """
    works = [
        {**work, "version": _version(work["package"]) if "package" in work else ""}
        for work in tomllib.loads(shipped)["work"]
    ]
    works += [
        {
            "name": file["package"],
            "version": file["version"],
            "licence": file["licence"],
            "source": file["source"],
            "files": [f"assets/vendor/{file['name']}"],
        }
        for file in tomllib.loads(vendored)["file"]
    ]
    return works


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def write_licences(publication: Publication, works: list[dict[str, Any]]) -> str:
    """Return the text of licences.txt."""
    text, code = publication.text_licence, publication.code_licence
    lines = [
        f"{publication.name.en} / {publication.name.fr}",
        "",
        f"Texts and data / Textes et données: {text.name}, {text.url}",
        f"Code of the site / Code du site: {code.name}, {code.url}",
        "",
        "Works of others in it / Œuvres d’autrui qu’il contient:",
    ]
    for work in works:
        lines += [
            "",
            f"{work['name']} {work['version']}".strip(),
            f"  Licence: {work['licence']}",
            f"  Source: {work['source']}",
            f"  Files / Fichiers: {', '.join(work['files'])}",
        ]
    return "\n".join(lines) + "\n"
