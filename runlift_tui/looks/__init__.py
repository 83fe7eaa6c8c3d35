"""Themes, and what makes them readable."""
