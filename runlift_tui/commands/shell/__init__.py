"""What a shell and `man` know of the command line, written from its own parser."""
