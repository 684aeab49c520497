"""What hand-written pages take from the register."""
