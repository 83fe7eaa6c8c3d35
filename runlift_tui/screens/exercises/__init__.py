"""The list of exercises, finding and editing them."""
