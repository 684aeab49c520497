"""Golden pages: a small register in, its pages out.

After a wanted change, write them anew: `python tests/golden/test_pages.py`, and read the diff.
"""

import shutil
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from pages.all_pages import generate_pages, list_redirects  # noqa: E402
from register.data_files import FILES  # noqa: E402
from register.load import build_register  # noqa: E402
from register.model import LANGUAGES  # noqa: E402
from search.index_files import list_documents  # noqa: E402
from website.localized_site import LocalizedSite  # noqa: E402
from website.templates import make_templates  # noqa: E402
from website.urls import Links  # noqa: E402 - for the run as a script

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
    templates = make_templates(ROOT / "templates")
    made = {}
    for language in LANGUAGES:
        site = LocalizedSite(register, language, templates, Links())
        made |= generate_pages(site)
        made |= {each.path: str(each.render()) for each in list_redirects(site)}
        made[f"{language}/search.txt"] = "\n".join(map(str, list_documents(site))) + "\n"
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
