"""The commands of editors."""
