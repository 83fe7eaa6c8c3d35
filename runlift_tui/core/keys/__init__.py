"""Every action and its keys."""
