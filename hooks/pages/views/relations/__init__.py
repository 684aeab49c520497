"""Families and relations of entries."""
