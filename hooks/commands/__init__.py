"""The commands: each reads its arguments, calls the rooms below, and prints the result."""
