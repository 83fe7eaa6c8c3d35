"""A session in training."""
