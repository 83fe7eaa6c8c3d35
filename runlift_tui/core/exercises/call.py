"""The call: an exercise's name in the few words that a coach shouts, as wide as large letters are.

A shipped exercise has one by hand where its name is long. An own one is called by its own name:
what is left of a name by rule can be the name of another exercise.

Large letters are 3 cells wide, one cell apart; see `widgets/large/lettering.py`.
"""

import unicodedata
from functools import lru_cache

from runlift_tui.core.exercises.exercise import Exercise

MOST_COLUMNS = 76
"""A call fits in one line of a window of 80 columns."""
SHORT = 24
"""Letters of a short name; no call by hand is longer."""
_WIDE = 3
_WIDTHS = {"I": 1, "M": 4, "W": 4, "-": 2, "/": 2, ".": 1, ":": 1, " ": 1, "(": 2, ")": 2, "…": 5}
"""Cells of the letters and signs that are not as wide as the others."""
_MARK = "…"
_SIGNS = {"So", "Sk", "Cf"}
"""Categories of emoji and what changes their look: nobody calls them out."""


def call(exercise: Exercise) -> str:
    """Return what is called out, in capitals and without accents; it fits in `MOST_COLUMNS`."""
    return _called(exercise.call or exercise.name)


def short_name(exercise: Exercise) -> str:
    """Return its call as it stands in cells, "Split squat"; without one its name, to the letter.

    It has at most `SHORT` letters; a mark stands for what is cut.
    """
    if exercise.call or len(exercise.name) <= SHORT:
        return exercise.call.capitalize() or exercise.name
    from runlift_tui.core.lists.tables import shortened

    return shortened(exercise.name, SHORT)


@lru_cache(maxsize=256)
def _called(words: str) -> str:
    spoken = "".join(each for each in words if unicodedata.category(each) not in _SIGNS)
    plain = spoken.replace("\N{VARIATION SELECTOR-16}", "")
    return fitting(capitals(plain if plain.strip() else words), MOST_COLUMNS)


def capitals(text: str) -> str:
    """Return a text in capitals, its accents and apostrophes fallen away."""
    plain = unicodedata.normalize("NFKD", text.upper())
    kept = "".join(each for each in plain if not unicodedata.combining(each) and each not in "'’")
    return " ".join(kept.split())


def columns(text: str) -> int:
    """Return the cells that a text takes in large letters."""
    return sum(_WIDTHS.get(each, _WIDE) for each in text) + max(0, len(text) - 1)


def fitting(text: str, width: int) -> str:
    """Return as many of the first words as fit into a width in large letters; one at the least.

    A mark stands for the others: fewer words can be what another exercise is called.
    """
    if columns(text) <= width:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        if columns(shown := f"{' '.join(words)}{_MARK}") <= width:
            return shown
    return f"{words[0]}{_MARK}" if " " in text else text


def ending(text: str, width: int) -> str:
    """Return the last words of a text behind a mark, as many as fit; all of it where it fits."""
    shown, words = text, text.split()
    while columns(shown) > width and len(words) > 1:
        words.pop(0)
        shown = f"{_MARK}{' '.join(words)}"
    return shown
