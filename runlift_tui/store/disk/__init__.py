"""Whole files, lines, the lock and the writer."""
