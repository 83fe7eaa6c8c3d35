"""How the figures of the exercises are drawn: a body, what it stands on, a pen, poses."""
