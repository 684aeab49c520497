"""The HTML pages, a folder per kind."""
