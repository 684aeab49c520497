"""The timeline of milestones."""
