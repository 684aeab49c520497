"""The two lists, to read and to print."""
