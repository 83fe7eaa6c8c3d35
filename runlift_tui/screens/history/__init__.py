"""The past as a list, one session of it, and changes of it."""
