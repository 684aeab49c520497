"""The page of one entry."""
