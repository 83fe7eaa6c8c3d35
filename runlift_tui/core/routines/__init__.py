"""Blocks of slots, levels, what ships, and the editing of routines."""
