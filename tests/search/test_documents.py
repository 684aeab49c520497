"""What is searched can be read."""

from pathlib import Path

import pytest

from support.browser.search import read_documents


@pytest.mark.parametrize("language", ["fr", "en"])
def test_passages_are_readable(built_site: Path, language: str) -> None:
    documents = {each["url"]: each for each in read_documents(built_site, language)["documents"]}
    texts = [text for document in documents.values() for text in document["texts"]]
    assert not [text for text in texts if text.startswith("- ")]
    # The cells of a table stand apart, and the home page does not repeat the register.
    assert ".csv CSV " in " ".join(documents["data/"]["texts"])
    assert "GEOINT" not in " ".join(documents[""]["texts"])
