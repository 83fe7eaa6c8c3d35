"""Commands that bring training in from other programs."""
