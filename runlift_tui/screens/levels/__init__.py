"""The levels as pages of rules, and the checks."""
