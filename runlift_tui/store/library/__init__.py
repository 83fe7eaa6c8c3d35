"""The athlete's own rows, and what ships beside them."""
