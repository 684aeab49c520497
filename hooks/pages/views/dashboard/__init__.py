"""The register in figures."""
