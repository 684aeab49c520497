"""From a register to the pages of the site: pure, and without knowledge of MkDocs."""
