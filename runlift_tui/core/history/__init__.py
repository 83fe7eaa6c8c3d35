"""A finished session: its document, the view of it, putting it right."""
