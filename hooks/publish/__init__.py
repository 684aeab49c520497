"""The register as files for machines: pure, and without knowledge of MkDocs."""
