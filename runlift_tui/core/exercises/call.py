"""The call: an exercise's name in the few words that a coach shouts, as wide as large letters are.

Large letters are 3 cells wide, one cell apart; see `widgets/large/lettering.py`.
"""

import re
import unicodedata
from functools import lru_cache

from runlift_tui.core.exercises.exercise import Exercise

MOST_COLUMNS = 76
"""A call fits in one line of a window of 80 columns."""
_WIDE = 3
_WIDTHS = {"I": 1, "M": 4, "W": 4, "-": 2, "/": 2, ".": 1, ":": 1, " ": 1, "(": 2, ")": 2}
"""Cells of the letters and signs that are not as wide as the others."""
_LESS = re.compile(r"[,(\[]| (?:with|from|to|on) ", re.I)
"""What comes after one of these tells more of it, and is no part of the call."""
_SIGNS = {"So", "Sk", "Cf"}
"""Categories of emoji and what changes their look: nobody calls them out."""


def call(exercise: Exercise) -> str:
    """Return what is called out, in capitals and without accents; it fits in `MOST_COLUMNS`."""
    return _called(exercise.call or _LESS.split(exercise.name, maxsplit=1)[0] or exercise.name)


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
    """Return as many of the last words as fit into a width in large letters; one at the least."""
    while columns(text) > width and " " in text:
        text = text.partition(" ")[2]
    return text
