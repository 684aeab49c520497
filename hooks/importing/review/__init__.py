"""A reviewer's copy of the register that has come back: read, compared, shown and written."""
