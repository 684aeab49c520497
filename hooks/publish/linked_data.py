"""The register as linked data: a DCAT dataset with its distributions and its entries."""

import json

from rdflib import DCAT, DCTERMS, FOAF, OWL, RDF, SKOS, XSD, Graph, Literal, URIRef

from publish.document import FOLDER, PublishedRegister
from register.model import LANGUAGES, Bilingual

# Media types as the register of media types names them.
MEDIA = {
    "register.json": "application/json",
    "register.jsonl": "application/x-ndjson",
    "register.yaml": "application/yaml",
    "register.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "register-fr.csv": "text/csv",
    "register-en.csv": "text/csv",
    "register.ttl": "text/turtle",
    "register.jsonld": "application/ld+json",
}
_MEDIA_ROOT = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = {
    "fr": "http://publications.europa.eu/resource/authority/language/FRA",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}


def make_graph(document: PublishedRegister, site_url: str) -> Graph:
    """Return the graph of the register; `site_url` is the address of the hosted site."""
    root = site_url.rstrip("/")
    graph = Graph()
    for prefix, namespace in (
        ("dcat", DCAT),
        ("dcterms", DCTERMS),
        ("foaf", FOAF),
        ("skos", SKOS),
    ):
        graph.bind(prefix, namespace)
    catalog, dataset = URIRef(f"{root}/#catalog"), URIRef(f"{root}/#register")
    publisher = URIRef(f"{root}/#publisher")
    issued = Literal(document.as_of, datatype=XSD.date)
    graph.add((publisher, RDF.type, FOAF.Agent))
    _say(graph, publisher, FOAF.name, document.name)
    for node, kind in ((catalog, DCAT.Catalog), (dataset, DCAT.Dataset)):
        graph.add((node, RDF.type, kind))
        _say(graph, node, DCTERMS.title, document.name)
        _say(graph, node, DCTERMS.description, document.description)
        graph.add((node, DCTERMS.publisher, publisher))
        graph.add((node, DCTERMS.license, URIRef(document.licence.url)))
        graph.add((node, DCTERMS.issued, issued))
        for language in LANGUAGES:
            graph.add((node, DCTERMS.language, URIRef(_LANGUAGES[language])))
    graph.add((catalog, DCAT.dataset, dataset))
    graph.add((dataset, OWL.versionInfo, Literal(document.version)))
    graph.add((dataset, DCAT.landingPage, URIRef(f"{root}/")))
    for name, media in MEDIA.items():
        url = URIRef(f"{root}/{FOLDER}/{name}")
        file = URIRef(f"{root}/{FOLDER}/#{name}")
        graph.add((dataset, DCAT.distribution, file))
        graph.add((file, RDF.type, DCAT.Distribution))
        graph.add((file, DCTERMS.title, Literal(name)))
        graph.add((file, DCAT.accessURL, url))
        graph.add((file, DCAT.downloadURL, url))
        graph.add((file, DCAT.mediaType, URIRef(_MEDIA_ROOT + media)))
        graph.add((file, DCTERMS.license, URIRef(document.licence.url)))
    for key, category in document.vocabulary.categories.items():
        concept = URIRef(f"{root}/#category-{key}")
        graph.add((concept, RDF.type, SKOS.Concept))
        _say(graph, concept, SKOS.prefLabel, category.name)
    for entry in document.initiatives:
        node = URIRef(f"{root}/#initiative-{entry.id}")
        graph.add((dataset, DCTERMS.hasPart, node))
        graph.add((node, RDF.type, DCAT.Resource))
        graph.add((node, DCTERMS.identifier, Literal(entry.id)))
        _say(graph, node, DCTERMS.title, entry.name)
        _say(graph, node, DCTERMS.description, entry.objective)
        graph.add((node, DCAT.theme, URIRef(f"{root}/#category-{entry.category}")))
        for language in LANGUAGES:
            graph.add((node, DCAT.landingPage, URIRef(entry.url[language])))
        for relation in entry.relations:
            graph.add((node, DCTERMS.relation, URIRef(f"{root}/#initiative-{relation.to}")))
    return graph


def to_turtle(graph: Graph) -> str:
    """Return `graph` as Turtle."""
    return str(graph.serialize(format="turtle"))


def to_json_ld(graph: Graph) -> str:
    """Return `graph` as JSON-LD, in a fixed order."""
    nodes = json.loads(graph.serialize(format="json-ld"))
    for node in nodes:
        for values in node.values():
            if isinstance(values, list):
                values.sort(key=lambda value: json.dumps(value, sort_keys=True))
    nodes.sort(key=lambda node: node["@id"])
    return json.dumps(nodes, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _say(graph: Graph, node: URIRef, predicate: URIRef, text: Bilingual) -> None:
    for language in LANGUAGES:
        graph.add((node, predicate, Literal(text[language], lang=language)))
