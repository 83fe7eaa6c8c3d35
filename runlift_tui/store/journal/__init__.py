"""Lines that are on disk before anyone says so."""
