"""Files of others are those that we say they are."""

import hashlib
import tomllib

from support.build import ROOT

SHIPPED = ROOT / "docs" / "assets" / "vendor"
FOLDERS = (ROOT / "tests" / "vendor", SHIPPED, SHIPPED / "licences")


def test_every_vendored_file_is_listed_with_its_hash() -> None:
    for folder in FOLDERS:
        manifest = tomllib.loads((folder / "VENDORED.toml").read_text(encoding="utf-8"))
        listed = {file["name"]: file["sha256"] for file in manifest["file"]}
        found = {
            path.name: hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.iterdir()
            if path.is_file() and path.suffix != ".toml"
        }
        assert found == listed
