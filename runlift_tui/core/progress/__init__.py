"""Does it work: an exercise's past, curves, weeks, records, priming."""
