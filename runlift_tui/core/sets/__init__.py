"""A set as it was done: load, bests, what to lift next."""
