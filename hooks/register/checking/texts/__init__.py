"""Rules for texts: characters, markup, typography, language."""
