"""Joining what several machines have: registers by path, stamps, and documents out of both."""
