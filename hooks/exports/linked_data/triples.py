"""Statements of linked data: the names of the vocabularies used, and texts and dates as values."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from register.model import LANGUAGES, Bilingual

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# The type of a date by its length: "2024", "2024-05", "2024-05-13".
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def name(short: str) -> NamedNode:
    """Return the whole name of "prefix:name"; the prefix is one of `PREFIXES`."""
    prefix, _, rest = short.partition(":")
    return NamedNode(PREFIXES[prefix] + rest)


def say(node: NamedNode, predicate: str, text: Bilingual) -> Iterator[Triple]:
    """Yield a text in each language."""
    for language in LANGUAGES:
        yield Triple(node, name(predicate), Literal(text[language], language=language))


def to_date(value: str) -> Literal:
    """Return a date at the precision known."""
    return Literal(value, datatype=name(_DATE_TYPES[len(value)]))
