"""What every list is made of: the undo trail, lines, tables, sections."""
