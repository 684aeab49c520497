"""Views across the register."""
