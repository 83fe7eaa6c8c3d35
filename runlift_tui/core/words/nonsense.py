"""What converting a document raises where it makes no sense."""

import msgspec

NONSENSE = (msgspec.ValidationError, ValueError, OverflowError)
"""A lone surrogate in an enum is a ValueError to msgspec, and some numbers overflow."""
