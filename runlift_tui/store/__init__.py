"""Files: the history, the library, the journal of the session under way."""
