"""The rules of a strength session: pure values and functions, with time as an argument."""
