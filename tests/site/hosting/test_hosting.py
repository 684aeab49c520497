"""The hosted site as nginx serves it by our recipe: headers, policy, packing, caching, weight."""

import gzip
import re
import stat
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import brotli
import lxml.html
import pytest

from build.security_headers import list_headers, write_nginx_headers
from commands.publishing.compress import list_files, pack
from servers.nginx_server import serve_with_nginx
from support.build import ROOT

pytestmark = pytest.mark.unix


@pytest.fixture(scope="module")
def nginx(built_site: Path) -> Iterator[str]:
    with serve_with_nginx(built_site) as address:
        yield address


def fetch(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def test_the_recipe_has_the_headers_of_the_code() -> None:
    recipe = ROOT / "hosting" / "nginx" / "headers.conf"
    assert recipe.read_text() == write_nginx_headers(), "run python hooks hosting"


def test_the_policy_lets_no_script_within_a_page_run() -> None:
    policy = list_headers()["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy


def test_every_answer_has_the_headers(nginx: str) -> None:
    for path in ("/", "/fr/", "/en/initiatives/cen/", "/data/v1/register.json", "/nowhere"):
        _, headers, _ = fetch(nginx + path)
        for name, value in list_headers().items():
            assert headers.get(name) == value, (path, name)


def test_headers_file_says_what_nginx_says(built_site: Path) -> None:
    text = (built_site / "_headers").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"(?m)^(/\S+)\n((?:  .+\n)+)", text))
    everywhere = dict(line.strip().split(": ", 1) for line in blocks["/*"].splitlines())
    assert everywhere == list_headers()
    for path, block in blocks.items():
        folder = built_site / path.strip("/*")
        assert folder.is_dir() or path == "/sw.js", path
        if "immutable" in block:
            for file in folder.rglob("*.*"):
                name = file.relative_to(built_site).as_posix()
                assert re.search(r"[.-][0-9a-f]{8}[./]", name), name


def test_only_names_with_a_hash_are_cached_for_good(nginx: str, built_site: Path) -> None:
    tree = lxml.html.parse(str(built_site / "fr" / "index.html"))
    assets = [str(url) for url in tree.xpath("//script/@src | //link[@rel='stylesheet']/@href")]
    assert len(assets) >= 3
    for url in assets:
        _, headers, _ = fetch(f"{nginx}/fr/{url}")
        assert "immutable" in headers["Cache-Control"], url
    fresh = ("/", "/fr/", "/assets/favicon.svg", "/data/v1/register.json")
    for path in (*fresh, "/sw.js", "/keep/edition.json", "/keep/fr.json"):
        status, headers, _ = fetch(nginx + path)
        assert status == 200
        assert headers["Cache-Control"] == "no-cache"
        again, _, _ = fetch(nginx + path, **{"If-None-Match": headers["ETag"]})
        assert again == 304


def test_files_have_their_types_and_data_are_open(nginx: str) -> None:
    types = {
        "/fr/": "text/html; charset=utf-8",
        "/data/v1/register.json": "application/json; charset=utf-8",
        "/data/v1/register-fr.csv": "text/csv; charset=utf-8",
        "/data/v1/register.ttl": "text/turtle; charset=utf-8",
        "/data/v1/register.yaml": "application/yaml; charset=utf-8",
        "/fr/changes.xml": "text/xml; charset=utf-8",
        "/fr/milestones.ics": "text/calendar",
        "/site.webmanifest": "application/manifest+json",
        "/fr/site.webmanifest": "application/manifest+json",
        "/sw.js": "application/javascript; charset=utf-8",
    }
    for path, expected in types.items():
        _, headers, _ = fetch(nginx + path)
        assert headers["Content-Type"] == expected, path
        open_to = "*" if path.startswith("/data/") else None
        assert headers.get("Access-Control-Allow-Origin") == open_to, path


def test_an_unknown_address_answers_in_its_language(nginx: str) -> None:
    for path, word in (
        ("/fr/nulle/part", "Page introuvable"),
        ("/en/nowhere/", "Page not found"),
        ("/nowhere", "Page introuvable"),
        ("/_headers", "Page introuvable"),
    ):
        status, _, body = fetch(nginx + path)
        assert status == 404, path
        assert word in body.decode(), path


def test_files_packed_ahead_are_sent_as_such(built_site: Path, tmp_path: Path) -> None:
    page = tmp_path / "fr" / "page.html"
    page.parent.mkdir()
    page.write_bytes((built_site / "fr" / "index.html").read_bytes())
    (tmp_path / "index.html").touch()
    assert list(list_files(tmp_path)) == [page]
    page.chmod(0o604)
    pack(page)
    names = (".gz", ".br")
    first = [page.with_name(page.name + suffix).read_bytes() for suffix in names]
    pack(page)
    packed = [page.with_name(page.name + suffix) for suffix in names]
    assert [stat.S_IMODE(path.stat().st_mode) for path in packed] == [0o604] * 2
    assert first == [page.with_name(page.name + suffix).read_bytes() for suffix in names]
    assert gzip.decompress(first[0]) == brotli.decompress(first[1]) == page.read_bytes()
    assert list(list_files(tmp_path)) == [page]
    with serve_with_nginx(tmp_path) as address:
        _, headers, body = fetch(f"{address}/fr/page.html", **{"Accept-Encoding": "gzip"})
        assert headers["Content-Encoding"] == "gzip"
        assert body == first[0]
        both = {"Accept-Encoding": "gzip, br"}
        _, headers, body = fetch(f"{address}/fr/page.html", **both)
        assert headers["Content-Encoding"] == "br", "install libnginx-mod-http-brotli-static"
        assert headers["Vary"] == "Accept-Encoding"
        assert body == first[1]


def test_what_is_hidden_is_not_sent(tmp_path: Path) -> None:
    hidden = (".git/config", ".htaccess", "fr/.env", "_headers")
    for name in (*hidden, "index.html", "404.html", ".well-known/security.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    with serve_with_nginx(tmp_path) as address:
        for name in (*hidden, "../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "fr/..%2f.git/config"):
            status, _, body = fetch(f"{address}/{name}")
            assert status in {400, 404}, name
            assert name.encode() not in body, name
        assert fetch(f"{address}/.well-known/security.txt")[0] == 200
