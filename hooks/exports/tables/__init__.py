"""The register as tables: CSV and a workbook."""
