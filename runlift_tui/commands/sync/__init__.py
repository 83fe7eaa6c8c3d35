"""`runlift sync`: other machines, met through a folder that something else carries."""
