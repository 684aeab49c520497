"""The data files, feeds and pictures of a site."""
