"""A name that was not found, and the one that is nearest to it."""

from collections.abc import Iterable, Sequence


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


def unknown(
    word: str, known: Iterable[str], likely: Sequence[str] | None = None, listed: int = 0
) -> str:
    """Return that there is no such name, and which one is meant; all there are, where none is.

    Args:
        word: As it was typed.
        known: The names that there are.
        likely: Those that may be meant; None for the one that is nearly spelt so.
        listed: How many of all are listed, also where one may be meant; 0 for all, where none is.
    """
    every = list(known)
    found = list(filter(None, [nearest(word, every)])) if likely is None else likely
    there = ", ".join(every[: listed or None]) + (", ..." if 0 < listed < len(every) else "")
    if not found:
        return f"{word!r} is unknown: choose from {there}"
    meant = f"{word!r} is unknown: did you mean {' or '.join(found)}?"
    return f"{meant} There are {there}" if listed else meant


def folded(name: str) -> str:
    """Return a name as one may type it: case, hyphens, commas and spaces do not matter."""
    return " ".join(name.casefold().replace("-", " ").replace(",", " ").split())
