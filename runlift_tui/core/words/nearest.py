"""A name that was not found, and the one that is nearest to it."""

from collections.abc import Iterable


def near(word: str, known: Iterable[str], most: int = 3, alike: float = 0.6) -> list[str]:
    """Return the few known words that a word is nearly, the nearest first.

    Args:
        word: As it was typed.
        known: The words that there are.
        most: How many are returned at most.
        alike: From which share of letters in common on, 0 to 1.
    """
    # Loaded only where something was not found.
    from difflib import get_close_matches

    return get_close_matches(word, list(known), most, alike)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that a word is nearly, or nothing."""
    return next(iter(near(word, known, 1, 0.5)), "")


def meant(word: str, known: Iterable[str]) -> str:
    """Return ", did you mean dead-bug?" for a word that is nearly a known one, else nothing."""
    found = nearest(word, known)
    return f", did you mean {found}?" if found else ""


def unknown(word: str, known: Iterable[str]) -> str:
    """Return that there is no such name, and which one is meant; all there are, where none is."""
    every = list(known)
    found = nearest(word, every)
    return f"{word!r} is unknown: " + (
        f"did you mean {found}?" if found else f"choose from {', '.join(every)}"
    )


def folded(name: str) -> str:
    """Return a name as one may type it: case, hyphens, commas and spaces do not matter."""
    return " ".join(name.casefold().replace("-", " ").replace(",", " ").split())
