"""One screen a file: keys and messages in, faces out. No rule lives here."""
