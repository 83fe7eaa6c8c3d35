"""A session in plain lines, for screen readers, pipes and terminals that show no screen."""
