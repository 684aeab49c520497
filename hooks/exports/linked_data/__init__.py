"""The register as linked data, in the terms of DCAT-AP."""
