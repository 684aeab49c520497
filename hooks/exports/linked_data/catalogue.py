"""The catalogue, its one dataset and the files of that, in the terms of DCAT-AP 3.

Only what the register states is said: without a publisher or a contact there is none.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from exports.identity import register_id
from exports.linked_data.triples import name, say, to_date
from register.model import LANGUAGES
from register.publication import Publication
from register.register import Register
from website.data_files import FOLDER, VERSION, WHOLE_FILES, DataFile

_MEDIA = "https://www.iana.org/assignments/media-types/"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_LANGUAGES = {"fr": f"{_AUTHORITY}language/FRA", "en": f"{_AUTHORITY}language/ENG"}
_THEMES = f"{_AUTHORITY}data-theme"
# For the foreseeable future: published addresses are kept.
_AVAILABILITY = NamedNode(f"{_AUTHORITY}planned-availability/AVAILABLE")


def describe_catalogue(register: Register, root: str) -> Iterator[Triple]:
    """Yield what is said of all but the entries; `root` is the site's address without a slash."""
    publication = register.publication
    own_id = register_id(publication)
    catalogue, dataset = NamedNode(f"{root}/#catalog"), NamedNode(f"{root}/#register")
    home = NamedNode(f"{root}/")
    yield from _describe_whole(catalogue, "dcat:Catalog", f"{own_id}-catalogue", publication, root)
    yield Triple(catalogue, name("foaf:homepage"), home)
    yield Triple(catalogue, name("dcat:dataset"), dataset)
    if _has_european_theme(publication):
        yield Triple(catalogue, name("dcat:themeTaxonomy"), NamedNode(_THEMES))
    yield from _describe_whole(dataset, "dcat:Dataset", own_id, publication, root)
    yield from _describe_dataset(dataset, register, root)
    yield from _describe_people(publication, root)
    for file in WHOLE_FILES:
        yield from _describe_file(file, register, root)
    yield from _list_kinds(register, home)


def _describe_whole(
    node: NamedNode, kind: str, identifier: str, publication: Publication, root: str
) -> Iterator[Triple]:
    """Yield what holds for the catalogue and the dataset alike."""
    yield Triple(node, name("rdf:type"), name(kind))
    yield Triple(node, name("dcterms:identifier"), Literal(identifier))
    yield from say(node, "dcterms:title", publication.name)
    yield from say(node, "dcterms:description", publication.description)
    yield Triple(node, name("dcterms:license"), NamedNode(publication.text_licence.url))
    yield Triple(node, name("dcterms:issued"), to_date(publication.as_of))
    yield Triple(node, name("dcterms:modified"), to_date(publication.as_of))
    for language in LANGUAGES:
        yield Triple(node, name("dcterms:language"), NamedNode(_LANGUAGES[language]))
    if publication.publisher:
        yield Triple(node, name("dcterms:publisher"), NamedNode(f"{root}/#publisher"))
    if publication.contact:
        yield Triple(node, name("dcat:contactPoint"), NamedNode(f"{root}/#contact"))


def _describe_dataset(dataset: NamedNode, register: Register, root: str) -> Iterator[Triple]:
    """Yield what is said of the dataset alone, and of the time that it covers."""
    yield Triple(dataset, name("owl:versionInfo"), Literal(VERSION))
    yield Triple(dataset, name("dcat:landingPage"), NamedNode(f"{root}/"))
    for category in register.vocabulary.categories.values():
        yield from say(dataset, "dcat:keyword", category.short)
    for theme in register.publication.themes:
        yield Triple(dataset, name("dcat:theme"), NamedNode(theme.url))
    for file in WHOLE_FILES:
        yield Triple(dataset, name("dcat:distribution"), _file_node(file, root))
    for entry in register.initiatives:
        node = NamedNode(f"{root}/#initiative-{entry.id}")
        yield Triple(dataset, name("dcterms:hasPart"), node)
    if not register.editions:
        return
    period = NamedNode(f"{root}/#period")
    yield Triple(dataset, name("dcterms:temporal"), period)
    yield Triple(period, name("rdf:type"), name("dcterms:PeriodOfTime"))
    oldest = min(edition.date for edition in register.editions)
    yield Triple(period, name("dcat:startDate"), to_date(oldest))
    yield Triple(period, name("dcat:endDate"), to_date(register.publication.as_of))


def _describe_people(publication: Publication, root: str) -> Iterator[Triple]:
    """Yield who publishes the register, and where to write to."""
    publisher = publication.publisher
    if publisher:
        node = NamedNode(f"{root}/#publisher")
        yield Triple(node, name("rdf:type"), name("foaf:Agent"))
        yield Triple(node, name("rdf:type"), name("foaf:Organization"))
        yield from say(node, "foaf:name", publisher.name)
        if publisher.url:
            page = NamedNode(publisher.url)
            yield Triple(node, name("foaf:homepage"), page)
            yield Triple(page, name("rdf:type"), name("foaf:Document"))
    if publication.contact:
        node = NamedNode(f"{root}/#contact")
        yield Triple(node, name("rdf:type"), name("vcard:Kind"))
        yield from say(node, "vcard:fn", publisher.name if publisher else publication.name)
        yield Triple(node, name("vcard:hasEmail"), NamedNode(f"mailto:{publication.contact}"))


def _describe_file(file: DataFile, register: Register, root: str) -> Iterator[Triple]:
    node, url = _file_node(file, root), NamedNode(f"{root}/{file.path}")
    media = NamedNode(_MEDIA + file.media)
    licence = NamedNode(register.publication.text_licence.url)
    yield Triple(node, name("rdf:type"), name("dcat:Distribution"))
    yield Triple(node, name("dcterms:title"), Literal(file.name))
    yield from say(node, "dcterms:description", register.words[file.key])
    yield Triple(node, name("dcat:accessURL"), url)
    yield Triple(node, name("dcat:downloadURL"), url)
    yield Triple(node, name("dcat:mediaType"), media)
    yield Triple(node, name("dcterms:format"), NamedNode(_find_format(file)))
    yield Triple(node, name("dcterms:license"), licence)
    yield Triple(node, name("dcatap:availability"), _AVAILABILITY)


def _file_node(file: DataFile, root: str) -> NamedNode:
    return NamedNode(f"{root}/{FOLDER}/#{file.name}")


def _find_format(file: DataFile) -> str:
    """Return the address of a file's type; of its media type where the vocabulary has none."""
    return f"{_AUTHORITY}file-type/{file.file_type}" if file.file_type else _MEDIA + file.media


def _has_european_theme(publication: Publication) -> bool:
    return any(theme.url.startswith(_THEMES) for theme in publication.themes)


def _list_kinds(register: Register, home: NamedNode) -> Iterator[Triple]:
    """Yield the kinds, and the names, of things that others describe: harvesters check them."""
    publication, words = register.publication, register.words
    kinds = [(publication.text_licence.url, "dcterms:LicenseDocument")]
    kinds.append((home.value, "foaf:Document"))
    kinds += [(_LANGUAGES[language], "dcterms:LinguisticSystem") for language in LANGUAGES]
    kinds += [(_MEDIA + file.media, "dcterms:MediaType") for file in WHOLE_FILES]
    kinds += [(_find_format(file), "dcterms:MediaTypeOrExtent") for file in WHOLE_FILES]
    for address, kind in dict.fromkeys(kinds):
        yield Triple(NamedNode(address), name("rdf:type"), name(kind))
    concepts = {_AVAILABILITY: words["data-availability"]}
    concepts |= {NamedNode(theme.url): theme.name for theme in publication.themes}
    for concept, label in concepts.items():
        yield Triple(concept, name("rdf:type"), name("skos:Concept"))
        yield from say(concept, "skos:prefLabel", label)
    if _has_european_theme(publication):
        scheme = NamedNode(_THEMES)
        yield Triple(scheme, name("rdf:type"), name("skos:ConceptScheme"))
        yield from say(scheme, "dcterms:title", words["data-themes"])
