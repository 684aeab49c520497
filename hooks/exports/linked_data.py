"""The register as linked data: a DCAT dataset with its distributions and its entries."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from exports.published_register import PublishedRegister
from register.model import LANGUAGES, Bilingual
from website.data_files import FOLDER, MEDIA

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_ROOT = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = {
    "fr": "http://publications.europa.eu/resource/authority/language/FRA",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}


def list_triples(document: PublishedRegister, site_url: str) -> Iterator[Triple]:
    """Yield the triples of the register; `site_url` is the URL of the hosted site.

    Triples are grouped by subject, which keeps the serialized form short.
    """
    root = site_url.rstrip("/")
    catalog, dataset = NamedNode(f"{root}/#catalog"), NamedNode(f"{root}/#register")
    publisher = NamedNode(f"{root}/#publisher")

    def describe(node: NamedNode, kind: str) -> Iterator[Triple]:
        yield Triple(node, _name("rdf:type"), _name(kind))
        yield from _say(node, "dcterms:title", document.name)
        yield from _say(node, "dcterms:description", document.description)
        yield Triple(node, _name("dcterms:publisher"), publisher)
        yield Triple(node, _name("dcterms:license"), NamedNode(document.licence.url))
        issued = Literal(document.as_of, datatype=_name("xsd:date"))
        yield Triple(node, _name("dcterms:issued"), issued)
        for language in LANGUAGES:
            yield Triple(node, _name("dcterms:language"), NamedNode(_LANGUAGES[language]))

    yield from describe(catalog, "dcat:Catalog")
    yield Triple(catalog, _name("dcat:dataset"), dataset)
    yield from describe(dataset, "dcat:Dataset")
    yield Triple(dataset, _name("owl:versionInfo"), Literal(document.version))
    yield Triple(dataset, _name("dcat:landingPage"), NamedNode(f"{root}/"))
    files = {NamedNode(f"{root}/{FOLDER}/#{name}"): name for name in MEDIA}
    for file in files:
        yield Triple(dataset, _name("dcat:distribution"), file)
    for entry in document.initiatives:
        node = NamedNode(f"{root}/#initiative-{entry.id}")
        yield Triple(dataset, _name("dcterms:hasPart"), node)
    yield Triple(publisher, _name("rdf:type"), _name("foaf:Agent"))
    yield from _say(publisher, "foaf:name", document.name)
    for file, name in files.items():
        url = NamedNode(f"{root}/{FOLDER}/{name}")
        yield Triple(file, _name("rdf:type"), _name("dcat:Distribution"))
        yield Triple(file, _name("dcterms:title"), Literal(name))
        yield Triple(file, _name("dcat:accessURL"), url)
        yield Triple(file, _name("dcat:downloadURL"), url)
        yield Triple(file, _name("dcat:mediaType"), NamedNode(_MEDIA_ROOT + MEDIA[name]))
        yield Triple(file, _name("dcterms:license"), NamedNode(document.licence.url))
    for key, category in document.vocabulary.categories.items():
        concept = NamedNode(f"{root}/#category-{key}")
        yield Triple(concept, _name("rdf:type"), _name("skos:Concept"))
        yield from _say(concept, "skos:prefLabel", category.name)
    for entry in document.initiatives:
        node = NamedNode(f"{root}/#initiative-{entry.id}")
        yield Triple(node, _name("rdf:type"), _name("dcat:Resource"))
        yield Triple(node, _name("dcterms:identifier"), Literal(entry.id))
        yield from _say(node, "dcterms:title", entry.name)
        yield from _say(node, "dcterms:description", entry.objective)
        theme = NamedNode(f"{root}/#category-{entry.category}")
        yield Triple(node, _name("dcat:theme"), theme)
        for language in LANGUAGES:
            yield Triple(node, _name("dcat:landingPage"), NamedNode(entry.url[language]))
        for relation in entry.relations:
            other = NamedNode(f"{root}/#initiative-{relation.to}")
            yield Triple(node, _name("dcterms:relation"), other)


def to_turtle(document: PublishedRegister, site_url: str) -> bytes:
    """Return the register as Turtle."""
    triples = list_triples(document, site_url)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def to_json_ld(document: PublishedRegister, site_url: str) -> bytes:
    """Return the register as JSON-LD."""
    return serialize(list_triples(document, site_url), format=RdfFormat.JSON_LD) or b""


def _name(short: str) -> NamedNode:
    prefix, _, name = short.partition(":")
    return NamedNode(PREFIXES[prefix] + name)


def _say(node: NamedNode, predicate: str, text: Bilingual) -> Iterator[Triple]:
    for language in LANGUAGES:
        yield Triple(node, _name(predicate), Literal(text[language], language=language))
