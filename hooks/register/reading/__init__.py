"""From bytes to values, each with its place."""
