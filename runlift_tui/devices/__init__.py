"""What the laptop does for a session beside its screen: it sounds, speaks, and stays awake."""
