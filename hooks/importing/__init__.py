"""A dated list, from the document in which it is issued to the register."""
