"""HTML pages, a room per family."""
