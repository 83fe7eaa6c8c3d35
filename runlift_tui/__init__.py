"""RunLift: strength sessions for runners, in the terminal."""

__version__ = "0.2.0.dev0"
"""A constant, because asking the installed metadata costs more than all the rest of start-up."""
