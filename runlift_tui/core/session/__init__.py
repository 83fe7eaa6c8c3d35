"""A session as a fold of commands."""
