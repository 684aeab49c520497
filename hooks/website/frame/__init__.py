"""What stands around a page: navigation, metadata, theme."""
