"""Import: files of other programs, and an export of RunLift, in; and out again."""
