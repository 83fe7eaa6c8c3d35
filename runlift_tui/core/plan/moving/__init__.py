"""A plan that is moved under way: what can be changed, and what it costs."""
