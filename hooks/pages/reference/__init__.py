"""Glossary and anomalies of the source."""
