"""What people run: each reads its arguments, calls the rooms below, and says what came of it."""
