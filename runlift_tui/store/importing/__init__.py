"""Files of other programs on their way into the data folder, and out again."""
