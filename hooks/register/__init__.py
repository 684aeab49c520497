"""The register as data: read, checked and typed. Knows nothing of pages or of MkDocs."""
