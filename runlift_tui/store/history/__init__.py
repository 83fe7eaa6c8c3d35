"""The years, the past, changes of it, and the digest."""
