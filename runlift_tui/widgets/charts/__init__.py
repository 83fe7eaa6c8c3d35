"""Charts in the cells of a terminal."""
