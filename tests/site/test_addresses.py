"""A site that does not know its own address, or that of its sources, names none that is made up."""

import re
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import lxml.html

from bench.synthetic import synthesize
from register.load import load_register
from support.build import REPOSITORY, ROOT, build_site, share_cache


def read_all(path: Path) -> bytes:
    """Return what is in a file; of a package, of Word for instance, what is in its parts."""
    if not is_zipfile(path):
        return path.read_bytes()
    with ZipFile(path) as package:
        return b"".join(map(package.read, package.namelist()))


def links_of(page: Path) -> set[str]:
    tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
    return {str(each) for each in tree.xpath("//@href | //meta/@content")}


# Names that stand for a host: an example's, and the one that linked data are put together with.
STANDS_FOR_A_HOST = re.compile(rb"https?://[\w.-]+\.(example|invalid)\b|example\.(org|com)")


def test_without_addresses_nothing_leads_to_an_example(tmp_path: Path) -> None:
    site = tmp_path / "site"
    process = build_site(site, tmp_path / "none", SITE_URL="", REPO_URL="")
    assert process.returncode == 0, process.stderr
    for path in site.rglob("*"):
        if path.is_file():
            found = STANDS_FOR_A_HOST.search(read_all(path))
            assert not found, (path.relative_to(site), found)
    assert not (site / "sitemap.xml").exists()
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
    for name in ("index.html", "en/index.html", "fr/initiatives/cen/index.html"):
        page = site / name
        assert "application/ld+json" not in page.read_text("utf-8")
        assert not [link for link in links_of(page) if "/issues/new" in link or "/edit/" in link]


def test_the_register_may_name_the_repository(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    for name in ("docs", "hooks", "overrides", "templates", "mkdocs.yml", "LICENSE"):
        (project / name).symlink_to(ROOT / name)
    share_cache(project)
    synthesize(ROOT / "data", project / "data", 3)
    with (project / "data" / "publication.yaml").open("a", encoding="utf-8") as file:
        file.write(f"repository: {REPOSITORY}\n")
    site = tmp_path / "site"
    process = build_site(site, tmp_path / "none", project, REPO_URL="")
    assert process.returncode == 0, process.stderr
    entry = load_register(project / "data").initiatives[0].id
    for name in ("en/about/index.html", f"en/initiatives/{entry}/index.html"):
        links = links_of(site / name)
        assert any(link.startswith(f"{REPOSITORY}/issues/new") for link in links), name
        assert any(link.startswith(f"{REPOSITORY}/edit/main/") for link in links), name
