"""How files come to the disk."""
