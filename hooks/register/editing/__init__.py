"""Help for editors: new entries, schemas, translations, line numbers."""
