"""A movement, and the athlete's list of them."""
