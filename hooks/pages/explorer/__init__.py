"""The explorer, the comparison, and the scripts with the data that they load."""
