"""Runs and races: typed on the command line, and listed."""
