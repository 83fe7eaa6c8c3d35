"""Strength: one file a dialect."""
