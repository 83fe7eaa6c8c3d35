"""A session in lines: what is said of it, and what a typed line means."""
