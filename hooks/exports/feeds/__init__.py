"""What changes and what is planned: the Atom feed and the calendar."""
