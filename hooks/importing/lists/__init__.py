"""From the tables of a document to the rows of a dated list."""
