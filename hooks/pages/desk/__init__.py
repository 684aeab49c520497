"""The editorial desk, in the preview only."""
