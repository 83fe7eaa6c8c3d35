"""Runs, noted in a line."""
