"""Documents read into plain tables, whatever program they come from."""
