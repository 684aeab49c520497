"""What an import changes, for the terminal and the preview."""
