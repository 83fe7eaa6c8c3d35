"""The session in its states."""
