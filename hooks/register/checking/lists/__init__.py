"""Rules for the dated lists, and what may be wrong with them."""
