"""Widgets of a line or a few."""
