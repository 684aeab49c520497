"""datapackage.json: the data files described as a Data Package."""

from typing import Any

from exports.identity import register_id
from register.model import LANGUAGES
from register.publication import Licence
from website.data_files import MEDIA, VERSION
from website.entries.table_cells import COLUMNS, SEPARATORS
from website.localized_site import LocalizedSite
from website.text.dates import first_day


def describe_package(site: LocalizedSite) -> dict[str, Any]:
    """Return the descriptor of the data files, as a Data Package."""
    publication = site.register.publication
    return {
        "name": register_id(publication),
        "title": publication.name.en,
        "description": publication.description.en,
        "version": VERSION,
        "created": f"{first_day(publication.as_of).isoformat()}T00:00:00Z",
        "licenses": [_describe_licence(publication.text_licence)],
        "resources": [_describe_file(name, media) for name, media in MEDIA.items()],
    }


def _describe_licence(licence: Licence) -> dict[str, str]:
    # A licence is named by an id without spaces: CC-BY-4.0 is "CC BY 4.0".
    return {"name": "-".join(licence.name.split()), "title": licence.name, "path": licence.url}


def _describe_file(name: str, media: str) -> dict[str, Any]:
    stem, _, suffix = name.rpartition(".")
    resource: dict[str, Any] = {
        "name": f"{stem}-{suffix}" if suffix != "csv" else stem,
        "path": name,
        "format": suffix,
        "mediatype": media,
    }
    if suffix == "csv":
        language = next(each for each in LANGUAGES if stem.endswith(each))
        resource["profile"] = "tabular-data-resource"
        resource["encoding"] = "utf-8-sig"
        resource["dialect"] = {"delimiter": SEPARATORS[language]}
        fields = [{"name": column, "type": "string"} for column in COLUMNS]
        resource["schema"] = {"fields": fields, "primaryKey": "id"}
    return resource
