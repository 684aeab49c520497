"""An entry in one language, whole, as a tile and as the cells of a table."""
