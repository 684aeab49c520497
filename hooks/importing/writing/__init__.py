"""An import written into the data files: only the lines concerned change."""
