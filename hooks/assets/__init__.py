"""Style sheets and scripts as readers get them: one small sheet, file names with a content hash."""
