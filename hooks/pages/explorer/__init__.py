"""The explorer and the comparison, and the scripts they load."""
