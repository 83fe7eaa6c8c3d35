"""Training of somebody made up, for looking around."""
