"""What changed from one dated list to the next."""
