"""Golden pages: a small register in, its pages out.

After an intended change write them again by `make golden`, and read the diff.
"""

import shutil
from functools import cache

import pytest

from pages.all_pages import generate_pages, list_redirects
from register.data_files import FILES
from register.load import build_register
from register.model import LANGUAGES
from search.documents import find_acronyms, list_documents
from support.build import ROOT, SITE_URL, TEMPLATES
from website.localized_site import LocalizedSite
from website.urls import Links

GOLDEN = ROOT / "tests" / "golden"


@cache
def render() -> dict[str, str]:
    """Return all that the golden register makes, by name; the words are the real ones."""
    folder = GOLDEN / "register"
    sources = {
        name: (folder if (folder / name).exists() else ROOT / "data")
        .joinpath(name)
        .read_text(encoding="utf-8")
        for name in FILES
    }
    register = build_register(sources)
    acronyms = find_acronyms(register)
    made = {}
    for language in LANGUAGES:
        site = LocalizedSite(register, language, TEMPLATES, Links(), SITE_URL)
        made |= generate_pages(site)
        made |= {each.path: str(each.render()) for each in list_redirects(site)}
        made[f"{language}/search.txt"] = "\n".join(map(str, list_documents(site, acronyms))) + "\n"
    return made


EXPECTED = sorted(
    path.relative_to(GOLDEN / "pages").as_posix()
    for path in (GOLDEN / "pages").rglob("*")
    if path.is_file()
)


def test_the_pages_are_those_expected() -> None:
    assert sorted(render()) == EXPECTED


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_is_as_expected(name: str) -> None:
    assert render()[name] == (GOLDEN / "pages" / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    shutil.rmtree(GOLDEN / "pages", ignore_errors=True)
    for name, text in render().items():
        path = GOLDEN / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
