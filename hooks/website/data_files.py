"""The table of published files: where each is, its media type, and what it is for."""

from typing import Literal

from msgspec import Struct

from register.model import Language

VERSION: Literal["1"] = "1"
FOLDER = f"data/v{VERSION}"


class DataFile(Struct, frozen=True, kw_only=True):
    """A published file."""

    # The word of data/interface.yaml that says what it is for.
    key: str
    # Its name below the site's root; "{language}" stands for the language of the page.
    path: str
    # The media type as registered with IANA.
    media: str
    # Whether it holds the whole register: such files are listed in catalogues.
    is_whole: bool = True
    # Its name in the European vocabulary of file types; empty where that has none.
    file_type: str = ""

    @property
    def name(self) -> str:
        """The name without folders."""
        return self.path.rpartition("/")[2]

    def path_in(self, language: Language) -> str:
        """Return the name below the site's root for pages in `language`."""
        return self.path.format(language=language)


_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_JSON = "application/json"


def _whole(key: str, name: str, media: str, file_type: str = "") -> DataFile:
    return DataFile(key=key, path=f"{FOLDER}/{name}", media=media, file_type=file_type)


def _other(key: str, path: str, media: str) -> DataFile:
    return DataFile(key=key, path=path, media=media, is_whole=False)


DATA_FILES = (
    _whole("data-csv-fr", "register-fr.csv", "text/csv", "CSV"),
    _whole("data-csv-en", "register-en.csv", "text/csv", "CSV"),
    _whole("data-xlsx", "register.xlsx", _XLSX, "XLSX"),
    _whole("data-json", "register.json", _JSON, "JSON"),
    _whole("data-jsonl", "register.jsonl", "application/x-ndjson"),
    _whole("data-yaml", "register.yaml", "application/yaml", "YAML"),
    _whole("data-ttl", "register.ttl", "text/turtle", "RDF_TURTLE"),
    _whole("data-jsonld", "register.jsonld", "application/ld+json", "JSON_LD"),
    _other("data-schema", f"{FOLDER}/schema.json", "application/schema+json"),
    _other("data-package", f"{FOLDER}/datapackage.json", _JSON),
    _other("data-changes", "{language}/changes.xml", "application/atom+xml"),
    _other("data-calendar", "{language}/milestones.ics", "text/calendar"),
)
# The files that hold the whole register, and their media types by name.
WHOLE_FILES = tuple(file for file in DATA_FILES if file.is_whole)
MEDIA = {file.name: file.media for file in WHOLE_FILES}
