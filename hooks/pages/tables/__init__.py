"""Pages that list entries: all, by category, by facet."""
