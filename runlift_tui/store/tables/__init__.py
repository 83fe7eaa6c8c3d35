"""TinyDB in files that are replaced whole."""
