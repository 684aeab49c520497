"""The preview for editors: pages are rendered when requested, and show problems of the data."""
