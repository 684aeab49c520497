"""What surrounds the body of a page: navigation, metadata, theme."""
