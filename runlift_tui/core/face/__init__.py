"""What the session's screen shows, asks, sounds and says."""
