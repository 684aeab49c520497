"""The succinct and the detailed list, to read and to print."""
