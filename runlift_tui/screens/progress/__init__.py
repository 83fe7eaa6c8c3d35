"""Whether it works: progress, an exercise's past, the 5K."""
