"""The dated lists in the register: what each brings, and what it changes."""
