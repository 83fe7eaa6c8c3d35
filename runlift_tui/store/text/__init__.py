"""TOML, with the line of every key."""
