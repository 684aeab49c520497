"""The linked data by the official shapes of DCAT-AP: what the register states, harvesters find."""

from dataclasses import replace

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, SH, Graph, Literal, Node

from exports.linked_data.graph import to_json_ld, to_turtle
from register.model import Bilingual
from register.publication import Publisher
from register.register import Register
from support.build import ROOT

SHAPES = ROOT / "tests" / "exports" / "dcat_ap"
SITE = "https://one.example/"
# What data/ does not state: where the register applies, and of what type a licence or publisher is.
UNSTATED = {DCTERMS.spatial, DCTERMS.type}


def read(register: Register, site_url: str = SITE) -> Graph:
    return Graph().parse(data=to_turtle(register, site_url))


def list_faults(graph: Graph, shapes: str) -> set[Node | None]:
    """Return the properties that a file of shapes finds fault with."""
    from pyshacl import validate  # slow to load, in each process that collects tests

    _, report, _ = validate(graph, shacl_graph=str(SHAPES / f"{shapes}.ttl"))
    assert isinstance(report, Graph)
    return {
        report.value(each, SH.resultPath) for each in report.subjects(None, SH.ValidationResult)
    }


@pytest.fixture
def published(register: Register) -> Register:
    """The register with all that it may state of who publishes it."""
    publisher = Publisher(name=Bilingual(fr="Institut", en="Institute"), url="https://i.example/")
    update = {"publisher": publisher, "contact": "desk@i.example"}
    return replace(register, publication=register.publication.model_copy(update=update))


def test_what_is_stated_has_no_fault(published: Register) -> None:
    graph = read(published)
    assert list_faults(graph, "shapes") == set()
    assert list_faults(graph, "range") == set()
    assert list_faults(graph, "recommended") == UNSTATED


def test_without_a_publisher_none_is_made_up(register: Register) -> None:
    update = {"publisher": None, "contact": None}
    graph = read(replace(register, publication=register.publication.model_copy(update=update)))
    assert not list(graph.subjects(RDF.type, FOAF.Agent))
    assert list_faults(graph, "shapes") == {DCTERMS.publisher}
    assert list_faults(graph, "recommended") == {DCTERMS.publisher, DCAT.contactPoint, *UNSTATED}


@pytest.mark.parametrize("path", [DCAT.accessURL, DCTERMS.title])
def test_the_shapes_find_what_is_missing(published: Register, path: Node) -> None:
    graph = read(published)
    graph.remove((None, path, None))
    assert path in list_faults(graph, "shapes")


def test_a_harvester_knows_the_register_again_on_another_host(register: Register) -> None:
    found = []
    for site_url in (SITE, "https://another.example/below/"):
        graph = read(register, site_url)
        wholes = [graph.value(None, RDF.type, kind) for kind in (DCAT.Dataset, DCAT.Catalog)]
        found.append([graph.value(whole, DCTERMS.identifier) for whole in wholes])
    assert found[0] == found[1]
    assert found[0] == [Literal("wco-data-initiatives"), Literal("wco-data-initiatives-catalogue")]


@pytest.mark.parametrize("date", ["2025", "2025-06", "2025-06-30"])
def test_a_date_at_any_precision_is_valid(published: Register, date: str) -> None:
    publication = published.publication.model_copy(update={"as_of": date})
    graph = read(replace(published, publication=publication))
    assert list_faults(graph, "shapes") == set()
    dataset = graph.value(None, RDF.type, DCAT.Dataset)
    assert str(graph.value(dataset, DCTERMS.modified)) == date


def test_without_an_address_names_are_relative_to_the_host(published: Register) -> None:
    host = "https://two.example/"
    expected = set(read(published, host))
    for made, kind in (
        (to_turtle(published, ""), "turtle"),
        (to_json_ld(published, ""), "json-ld"),
    ):
        assert b".invalid" not in made
        address = f"{host}data/v1/register"
        found = set(Graph().parse(data=made, format=kind, publicID=address))
        assert found == expected
