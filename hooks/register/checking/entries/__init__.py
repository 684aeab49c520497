"""Rules for what entries and terms are called, and for what they point at."""
