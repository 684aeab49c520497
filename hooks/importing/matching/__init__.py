"""Which entry of the register each row of a list is."""
