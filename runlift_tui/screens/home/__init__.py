"""Home, what is set before the start, and today."""
