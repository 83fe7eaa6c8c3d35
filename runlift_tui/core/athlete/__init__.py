"""Who trains: level, checks, gates, the past in brief."""
