"""Runs: one file a dialect."""
