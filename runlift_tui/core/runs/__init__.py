"""Runs, races and the 5K."""
