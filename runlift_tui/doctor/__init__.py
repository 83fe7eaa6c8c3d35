"""`runlift doctor`: what this machine has for a session, and what to do about the rest."""
