"""What this machine has for a session."""
