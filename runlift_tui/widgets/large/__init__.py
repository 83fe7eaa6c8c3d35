"""Digits and letters that fill a window."""
