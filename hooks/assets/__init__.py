"""Style sheets and scripts as readers get them: one small sheet, names that tell the version."""
