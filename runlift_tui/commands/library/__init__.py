"""The athlete's own exercises and routines: out as text, and back from a file."""
