"""The nine weeks, and the form that makes them."""
