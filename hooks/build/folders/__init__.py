"""A folder written to the side and swapped in, whatever ends the build and wherever it is."""
