"""The published data files of the whole register: where they are, and the media type of each."""

from typing import Literal

VERSION: Literal["1"] = "1"
FOLDER = f"data/v{VERSION}"

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
