"""Who publishes the register and where to write to: from publication.yaml, nothing made up."""

from pathlib import Path

import pytest

from pages.handwritten.macros import Macros
from pages.lists.printed_lists import list_documents
from register.data_files import FILES, PUBLICATION
from register.load import build_register
from register.model import LANGUAGES, Language
from support.build import SITE_URL, TEMPLATES
from website import urls
from website.frame.metadata import report_link
from website.localized_site import LocalizedSite
from website.urls import Links

ROOT = Path(__file__).resolve().parent.parent.parent
PUBLISHER = """
publisher:
  name: {fr: "Institut <des> données", en: "Institute <of> data"}
  url: https://institute.example/
contact: desk@institute.example
"""
REPOSITORY = "https://forge.example/register"


def make_site(language: Language, more: str) -> LocalizedSite:
    """Return the site of the register whose publication.yaml goes on with `more`."""
    sources = {name: (ROOT / "data" / name).read_text("utf-8") for name in FILES}
    kept = [
        line
        for line in sources[PUBLICATION].splitlines()
        if not line.startswith(("publisher:", "contact:", "report_email:"))
    ]
    sources[PUBLICATION] = "\n".join(kept) + "\n" + more
    register = build_register(sources)
    return LocalizedSite(register, language, TEMPLATES, Links(), SITE_URL)


def read_about(site: LocalizedSite) -> dict[str, str]:
    """Return the HTML of the macros of the page about the register, by name."""
    macros = Macros()
    macros.begin(site, "about")
    names = ("publisher", "contact", "report_error", "credit")
    return {name: macros.fill(macros.all_macros()[name]()) for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_publisher_the_edition_is_independent(language: Language) -> None:
    site = make_site(language, "")
    about = read_about(site)
    assert site.words("publisher-none") in about["publisher"]
    assert site.words("contact-none") in about["contact"]
    assert site.imprint() == site.words("not-official")
    assert not any("mailto:" in html for html in about.values())
    assert report_link(site, "about", REPOSITORY).startswith(f"{REPOSITORY}/issues/new")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_publisher_is_named_and_can_be_written_to(language: Language) -> None:
    site = make_site(language, PUBLISHER)
    about = read_about(site)
    name = {"fr": "Institut &lt;des&gt; données", "en": "Institute &lt;of&gt; data"}[language]
    assert f'<a href="https://institute.example/" rel="noopener">{name}</a>' in about["publisher"]
    assert site.words("not-official") not in site.imprint()
    assert "Institut" in site.imprint()
    for part in ("contact", "report_error"):
        assert '<a href="mailto:desk@institute.example">' in about[part]
    assert report_link(site, "about", REPOSITORY).startswith("mailto:desk@institute.example?")


def test_errors_may_have_an_address_of_their_own() -> None:
    site = make_site("en", f"{PUBLISHER}report_email: errors@institute.example\n")
    about = read_about(site)
    assert "mailto:desk@institute.example" in about["contact"]
    assert "mailto:errors@institute.example" in about["report_error"]
    assert report_link(site, "about", "").startswith("mailto:errors@institute.example?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_credit_has_name_date_address_and_licence(language: Language) -> None:
    site = make_site(language, "")
    publication = site.register.publication
    credit = read_about(site)["credit"]
    address = urls.hosted(site.site_url, language, urls.HOME)
    for part in (
        site.say(publication.name),
        site.date(publication.as_of),
        address,
        publication.text_licence.name,
    ):
        assert part in credit


def test_the_slug_begins_the_names_of_files() -> None:
    assert make_site("en", "").register.publication.slug == "wco-data"
    sources = {name: (ROOT / "data" / name).read_text("utf-8") for name in FILES}
    sources[PUBLICATION] = sources[PUBLICATION].replace("slug: wco-data", "slug: other")
    site = LocalizedSite(build_register(sources), "en", TEMPLATES, Links())
    assert [*list_documents(site)] == [
        "en/lists/other-succinct-en.pdf",
        "en/lists/other-detailed-en.pdf",
    ]
    sources[PUBLICATION] = sources[PUBLICATION].replace("slug: other\n", "")
    assert build_register(sources).publication.file_stem == "wco-data-initiatives"
