"""A line like "today 8k 42:10 easy" word by word, in any order; none is passed over in silence.

What the words come to together is decided in `run_line`.
"""

import re
import unicodedata
from datetime import date

from runlift_tui.core.runs.line_values import Said, Unknown
from runlift_tui.core.runs.line_words import BARE, DAYS, FIGURES, SHORT_DAY
from runlift_tui.core.runs.run import RunKind
from runlift_tui.core.words.decimals import pointed
from runlift_tui.core.words.typed_days import WORDS as DAY_WORDS
from runlift_tui.core.words.units import Distance

NOTE = "note"
"""Behind this word everything is the athlete's own."""
KIND_OF: dict[str, RunKind] = {
    **{kind.value: kind for kind in RunKind if kind is not RunKind.SPRINTS},
    **dict.fromkeys(("recovery", "jog", "shakeout"), RunKind.EASY),
    **dict.fromkeys(("threshold", "cruise"), RunKind.TEMPO),
    **dict.fromkeys(("interval", "reps", "track", "fartlek"), RunKind.INTERVALS),
    "hill": RunKind.HILLS,
    **dict.fromkeys(("trial", "tt", "parkrun", "raced"), RunKind.RACE),
}
"""What a run was for, by every word that is understood."""
STRIDES, SPRINTS = ("strides", "stride"), ("sprints", "sprint")
HARD = "hard"
"""What home and the plan call every run that is tempo, intervals or hills."""
RACES = {"marathon": 42_195.0, "half": 21_097.5, "half-marathon": 21_097.5, "hm": 21_097.5}
"""Distances that have a name, in metres."""
USUAL = {"parkrun": 5000.0}
"""Kinds of race that mostly have one distance, in metres."""

_FILLERS = frozenset(
    (
        *("run", "ran", "in", "at", "on", "a", "an", "the", "and", "with", "of", "for", "time"),
        *("then", "+", "&"),
    )
)
_FIGURES_WORDS = ("effort", "rpe", "miles", "metres", "minutes", "hours")
_SAYING = (
    *(*KIND_OF, *STRIDES, *SPRINTS, *RACES, *DAY_WORDS),
    *(*_FIGURES_WORDS, HARD, NOTE),
)
"""The words that say something, for finding the one that was meant."""
KNOWN = (*_SAYING, *_FILLERS)
"""Every word that is understood."""

_OF_THEIR_OWN = frozenset(("trail",))
"""What runners write, and do not mean as the known word that it is so near to."""

_READERS = (*DAYS, *FIGURES, SHORT_DAY, BARE)
_NOTE = re.compile(rf"(?:^|(?<=\s)){NOTE}(?::?\s+|:?$)(.*)", re.IGNORECASE | re.DOTALL)
_SIGNS = str.maketrans({"×": "x", "*": "x", "’": "'", "′": "'", "″": '"', "”": '"', "–": "-"})


def said(text: str, today: date, unit: Distance) -> Said:
    """Return what the words of a line say.

    Args:
        text: As it was typed.
        today: The athlete's day.
        unit: Of a distance that has none.

    Raises:
        Refused: a word is not understood, or says what cannot be, or two of them contradict.
    """
    found = Said(today, unit)
    note = _NOTE.search(text)
    if note is not None:
        found.note = " ".join(note[1].split())
        text = text[: note.start()]
    line = _plain(text)
    at = 0
    while at < len(line):
        at += 1 if line[at] == " " else _take(line, at, found)
    return found


def _plain(text: str) -> str:
    """Return a line in small letters, with points in its numbers and one space between words."""
    folded = unicodedata.normalize("NFKC", text.translate(_SIGNS)).lower()
    # A full stop ends a sentence; behind a figure it may be part of a date.
    bare = re.sub(r"[,;]|(?<=[a-z])[.!](?=\s|$)", " ", pointed(folded))
    return " ".join(bare.split())


def _take(line: str, at: int, found: Said) -> int:
    """Take the words at a place; return how many characters they have."""
    for pattern, take in _READERS:
        match = pattern.match(line, at)
        if match is not None:
            take(found, match)
            return match.end() - at
    word = line[at:].split(" ", 1)[0]
    two = "half marathon"
    if line.startswith((f"{two} ", two), at):
        word = two
        found.put("metres", RACES["half"], two)
    elif word in KIND_OF:
        found.put("kind", KIND_OF[word], word)
        found.usual_m = USUAL.get(word, found.usual_m)
    elif word in STRIDES or word in SPRINTS:
        found.fast = True
        found.sprints = found.sprints or word in SPRINTS
    elif word == HARD:
        found.hard = True
    elif word in RACES:
        found.put("metres", RACES[word], word)
    elif word not in _FILLERS:
        raise Unknown(word, () if word in _OF_THEIR_OWN else _SAYING)
    return len(word)
