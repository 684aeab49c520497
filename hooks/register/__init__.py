"""The data: knows nothing of what follows."""
