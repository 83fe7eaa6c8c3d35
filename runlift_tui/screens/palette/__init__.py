"""Everything by name."""
