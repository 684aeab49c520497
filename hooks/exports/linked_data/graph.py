"""The register as linked data: a DCAT-AP catalogue with its dataset, files and entries."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from exports.linked_data.catalogue import describe_catalogue
from exports.linked_data.triples import PREFIXES, name, say
from register.model import LANGUAGES, Initiative
from register.register import Register
from website import urls

# Names of things have to be whole while they are put together.
_STAND_IN = "https://site.invalid"


def list_triples(register: Register, site_url: str) -> Iterator[Triple]:
    """Yield what is said of the register; `site_url` is the address of the hosted site.

    All that is said of one thing comes together.
    """
    root = site_url.rstrip("/")
    yield from describe_catalogue(register, root)
    for key, category in register.vocabulary.categories.items():
        concept = NamedNode(f"{root}/#category-{key}")
        yield Triple(concept, name("rdf:type"), name("skos:Concept"))
        yield from say(concept, "skos:prefLabel", category.name)
    for entry in register.initiatives:
        yield from _describe_entry(entry, root)


def _describe_entry(entry: Initiative, root: str) -> Iterator[Triple]:
    node = NamedNode(f"{root}/#initiative-{entry.id}")
    yield Triple(node, name("rdf:type"), name("dcat:Resource"))
    yield Triple(node, name("dcterms:identifier"), Literal(entry.id))
    yield from say(node, "dcterms:title", entry.name)
    yield from say(node, "dcterms:description", entry.objective)
    yield Triple(node, name("dcat:theme"), NamedNode(f"{root}/#category-{entry.category}"))
    path = urls.initiative(entry.id)
    pages = [NamedNode(urls.hosted(root, language, path)) for language in LANGUAGES]
    for page in pages:
        yield Triple(node, name("dcat:landingPage"), page)
    for relation in entry.relations:
        other = NamedNode(f"{root}/#initiative-{relation.to}")
        yield Triple(node, name("dcterms:relation"), other)
    for page in pages:
        yield Triple(page, name("rdf:type"), name("foaf:Document"))


def to_turtle(register: Register, site_url: str) -> bytes:
    """Return the register as Turtle; with an empty `site_url`, names are relative to its host."""
    return _serialize(register, site_url, RdfFormat.TURTLE)


def to_json_ld(register: Register, site_url: str) -> bytes:
    """Return the register as JSON-LD; with an empty `site_url`, names are relative to its host."""
    return _serialize(register, site_url, RdfFormat.JSON_LD)


def _serialize(register: Register, site_url: str, form: RdfFormat) -> bytes:
    triples = list_triples(register, site_url or _STAND_IN)
    data = serialize(triples, format=form, prefixes=PREFIXES) or b""
    return data if site_url else data.replace(f"{_STAND_IN}/".encode(), b"/")
