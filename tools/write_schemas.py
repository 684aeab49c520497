"""Write the JSON Schemas of the data files into data/schema/: `make schema`.

They are made from the model, from data/fields.yaml and from the vocabulary.
"""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from register.checking.problems import RegisterError  # noqa: E402
from register.editing.json_schema import make_editor_schemas  # noqa: E402 - hooks/ is not a package
from register.load import load_register  # noqa: E402


def make_schema_files(data: Path) -> dict[str, str]:
    """Return the text of each schema by its file name, for the data folder `data`."""
    schemas = make_editor_schemas(load_register(data))
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas.items()
    }


def main() -> int:
    """Write the files that have changed; return the exit status."""
    folder = ROOT / "data" / "schema"
    try:
        files = make_schema_files(ROOT / "data")
    except RegisterError as error:
        print(f"{error}\nMend the register first.", file=sys.stderr)
        return 1
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
            print(f"data/schema/{name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
