"""The way out: what RunLift has, in shapes that others read."""
