"""The data files, read back with tools of others."""

import json
from math import hypot
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import openpyxl
import pytest
from PIL import Image

from exports.published_register import (
    PublishedInitiative,
    PublishedRegister,
    make_schema,
    publish_register,
)
from exports.tables.flat_tables import LIST_SEPARATOR
from register.model import Initiative
from register.register import Register
from support.build import SITE_URL
from support.yaml_loading import load_yaml
from website.data_files import FOLDER, MEDIA


@pytest.fixture(scope="session")
def data(built_site: Path) -> Path:
    return built_site / FOLDER


@pytest.fixture(scope="session")
def document(register: Register) -> PublishedRegister:
    return publish_register(register, SITE_URL)


def test_json_is_valid_by_its_schema_and_gives_the_register_back(
    data: Path, document: PublishedRegister
) -> None:
    text = (data / "register.json").read_text(encoding="utf-8")
    schema = json.loads((data / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    assert PublishedRegister.model_validate_json(text) == document


def test_yaml_and_json_lines_give_the_register_back(
    data: Path, document: PublishedRegister
) -> None:
    loaded = load_yaml((data / "register.yaml").read_text(encoding="utf-8"))
    assert PublishedRegister.model_validate_json(json.dumps(loaded)) == document
    lines = (data / "register.jsonl").read_text(encoding="utf-8").splitlines()
    entries = tuple(PublishedInitiative.model_validate_json(line) for line in lines)
    assert entries == document.initiatives


def test_each_entry_has_its_data_beside_its_pages(
    built_site: Path, document: PublishedRegister
) -> None:
    for entry in document.initiatives:
        for language in ("fr", "en"):
            stem = built_site / language / "initiatives" / entry.id
            text = stem.with_suffix(".json").read_text(encoding="utf-8")
            assert PublishedInitiative.model_validate_json(text) == entry
            loaded = load_yaml(stem.with_suffix(".yaml").read_text(encoding="utf-8"))
            assert json.loads(text) == loaded


def nest(cells: dict[str, Any]) -> dict[str, Any]:
    """Return dotted names as nested fields, without those that are empty."""
    nested: dict[str, Any] = {}
    for name, cell in cells.items():
        if cell is None:
            continue
        *folders, last = name.split(".")
        place = nested
        for folder in folders:
            place = place.setdefault(folder, {})
        place[last] = cell
    return nested


def test_the_workbook_gives_the_register_back(data: Path, register: Register) -> None:
    book = openpyxl.load_workbook(data / "register.xlsx")

    def rows(name: str) -> list[dict[str, Any]]:
        head, *body = book[name].values
        return [dict(zip(head, values, strict=True)) for values in body]

    parts = {name: rows(name) for name in book.sheetnames}
    found = []
    for row in parts["initiatives"]:
        entry = nest({key: cell for key, cell in row.items() if not key.startswith("url")})
        for place, key in ((entry, "former_ids"), (entry, "families"), (entry["status"], "also")):
            place[key] = place[key].split(LIST_SEPARATOR) if place.get(key) else []
        assert entry.pop("listed") is True
        parts.setdefault("earlier_statuses", [])
        names = ("actors", "components", "milestones", "links", "relations", "notes")
        for name in (*names, "earlier_statuses"):
            entry[name] = [
                nest({k: v for k, v in part.items() if k not in {"initiative", "position"}})
                for part in parts[name]
                if part["initiative"] == entry["id"]
            ]
        entry["lists"] = {
            part["edition"]: {"number": part["number"], "name": part["name"]}
            for part in parts["lists"]
            if part["initiative"] == entry["id"]
        }
        found.append(Initiative.model_validate_json(json.dumps(entry)))
    assert tuple(found) == register.initiatives
    for name in book.sheetnames:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref
    links = [cell.hyperlink.target for row in book["initiatives"] for cell in row if cell.hyperlink]
    assert len(links) == 2 * len(register.initiatives)


def test_linked_data_lead_to_the_files(data: Path, register: Register) -> None:
    from rdflib import DCAT, RDF, Graph  # slow to load, in each process that collects tests

    turtle = Graph().parse(data / "register.ttl")
    assert len(list(turtle.subjects(RDF.type, DCAT.Resource))) == len(register.initiatives)
    assert set(Graph().parse(data / "register.jsonld", format="json-ld")) == set(turtle)
    for url in turtle.objects(predicate=DCAT.downloadURL):
        assert (data / str(url).rpartition("/")[2]).exists(), url


def test_the_package_names_every_file(data: Path, register: Register) -> None:
    from frictionless import Package  # slow to load

    package = Package(str(data / "datapackage.json"))
    licence = json.loads((data / "datapackage.json").read_text("utf-8"))["licenses"][0]
    chosen = register.publication.text_licence
    assert licence["path"] == chosen.url
    assert licence["name"] == chosen.name.replace(" ", "-")
    assert {resource.path for resource in package.resources} == set(MEDIA)
    for resource in package.resources:
        assert (data / str(resource.path)).exists()
        if str(resource.path).endswith(".csv"):
            report = resource.validate()
            assert report.valid, report.flatten(["message"])


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_describes_itself_to_machines(built_site: Path, language: str) -> None:
    import extruct  # slow to load

    kinds = set()
    for page in sorted((built_site / language).rglob("index.html")):
        text = page.read_text(encoding="utf-8")
        url = f"{SITE_URL}{page.parent.relative_to(built_site).as_posix()}/"
        found = extruct.extract(text, base_url=url, syntaxes=["json-ld", "opengraph"])
        properties = dict(found["opengraph"][0]["properties"])
        assert properties["og:url"] == url
        assert properties["og:title"]
        assert properties["og:description"]
        picture = properties["og:image"].removeprefix(SITE_URL)
        with Image.open(built_site / picture) as image:
            assert image.size == (1200, 630)
        nodes = [node for block in found["json-ld"] for node in block["@graph"]]
        kinds |= {node["@type"] for node in nodes}
        if page.parent.parent.name == "initiatives":
            assert {node["@type"] for node in nodes} == {"CreativeWork", "BreadcrumbList"}
    assert kinds == {"Dataset", "DataCatalog", "CreativeWork", "BreadcrumbList"}


def test_an_entry_can_be_cited_and_reported(built_site: Path) -> None:
    page = built_site / "en" / "initiatives" / "cen" / "index.html"
    tree = lxml.html.fromstring(page.read_text(encoding="utf-8"))
    cite = tree.xpath("//section[contains(@class, 'cite')]")[0]
    url = f"{SITE_URL}en/initiatives/cen/"
    bibtex, csl = cite.xpath(".//pre")
    assert bibtex.text_content().startswith("@misc{cen,")
    assert f"url = {{{url}}}" in bibtex.text_content()
    record = json.loads(csl.text_content())[0]
    assert record["URL"] == url
    assert record["issued"]["date-parts"] == [[2024, 3, 19]]
    report = tree.xpath("//a[contains(@href, '/issues/new')]/@href")[0]
    assert "%5Bcen%5D" in report


def test_robots_names_the_sitemap_and_icons_are_there(built_site: Path) -> None:
    assert f"Sitemap: {SITE_URL}sitemap.xml" in (built_site / "robots.txt").read_text()


@pytest.mark.parametrize("name", ["fr/site.webmanifest", "en/site.webmanifest", "site.webmanifest"])
def test_the_site_can_be_installed_as_an_app(built_site: Path, name: str) -> None:
    path = built_site / name
    manifest = json.loads(path.read_text(encoding="utf-8"))
    purposes = set()
    for icon in manifest["icons"]:
        purposes.add(icon.get("purpose", "any"))
        with Image.open(path.parent / icon["src"]) as image:
            assert f"{image.width}x{image.height}" == icon["sizes"]
    assert purposes == {"any", "maskable"}
    assert (path.parent / manifest["scope"]).resolve() == built_site.resolve()
    links = [manifest["start_url"], *(each["url"] for each in manifest["shortcuts"])]
    assert len(links) == 3
    for link in links:
        assert (path.parent / link.partition("?")[0] / "index.html").is_file(), link
    language = name.partition("/")[0] if "/" in name else "fr"
    assert manifest["lang"] == language
    assert (path.parent / manifest["start_url"]).resolve() == (built_site / language).resolve()


def test_each_page_names_the_app_of_its_language(built_site: Path) -> None:
    for page in ("fr/index.html", "en/initiatives/cen/index.html"):
        path = built_site / page
        manifest = str(lxml.html.parse(path).xpath("//link[@rel='manifest']/@href")[0])
        language = page.partition("/")[0]
        assert (path.parent / manifest).resolve() == (
            built_site / language / "site.webmanifest"
        ).resolve()


def test_what_counts_of_the_icon_is_within_its_safe_zone(built_site: Path) -> None:
    """The middle 80 %: everything outside of that circle is of one colour."""
    with Image.open(built_site / "assets" / "icons" / "maskable-512.png") as image:
        pixels, size = image.convert("RGB"), image.width
    centre, ground = size / 2, pixels.getpixel((0, 0))
    inside = set()
    for x in range(size):
        for y in range(size):
            colour = pixels.getpixel((x, y))
            if hypot(x + 0.5 - centre, y + 0.5 - centre) > 0.4 * size:
                assert colour == ground, (x, y)
            inside.add(colour)
    assert len(inside) > 1


def test_every_published_field_is_explained(register: Register) -> None:
    names = {name for name in register.fields if "." not in name}
    assert names == set(PublishedInitiative.model_fields)
    published = make_schema("https://example.org/", register.fields)
    assert "draft" not in published["$defs"]["PublishedInitiative"]["properties"]


def test_the_data_are_in_the_offline_edition_too(built_site: Path, unpacked: Path) -> None:
    for path in sorted((built_site / FOLDER).iterdir()):
        assert (unpacked / FOLDER / path.name).read_bytes() == path.read_bytes(), path.name
    for language in ("fr", "en"):
        for name in ("changes.xml", "milestones.ics", "initiatives/cen.json"):
            twin = unpacked / language / name
            assert twin.read_bytes() == (built_site / language / name).read_bytes()
