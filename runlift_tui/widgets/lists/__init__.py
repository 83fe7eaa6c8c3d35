"""Lists, and a year of squares."""
