"""What can be set, and the file that is written by hand."""
