"""Texts in one language: paragraphs, dates, acronyms, words of the interface."""
