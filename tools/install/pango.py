"""Pango, the system library that sets the text of PDFs, with HarfBuzz's way to cut down fonts."""

from install.part import Part
from offline.pdf_engine import PANGO_PACKAGES, describe_engine, has_harfbuzz_subsetter


def find_pango() -> str | None:
    """Return names and versions of the libraries, None if one is missing."""
    engine = describe_engine()
    return engine if engine is not None and has_harfbuzz_subsetter(engine) else None


PANGO = Part(name="Pango with HarfBuzz's subsetter", find=find_pango, packages=PANGO_PACKAGES)
