"""The terminal that the program runs in: what it sends and takes, and when it goes away."""
