"""What hand-written pages show of the register."""
