"""The list of routines, and editing one."""
