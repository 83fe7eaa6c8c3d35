"""The beat of slow and paused reps, where an exercise's cues count their seconds.

Nothing is made up: "lower slowly" counts none, and has no beat. A way back that no cue counts
takes one.
"""

import re
from functools import lru_cache

from msgspec import Struct

from runlift_tui.core.exercises.exercise import Exercise

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_N = rf"({'|'.join(_NUMBERS)}|[1-9]|10)"
_COUNTED = (*_NUMBERS, *"123456789")
_DOWN = (
    rf"\b{_N} seconds? (?:on the way )?down\b",
    rf"\bdown, {_N} seconds?\b",
    rf"\blower in {_N}\b",
)
_UP = (rf"\b{_N} (?:seconds? )?up\b", rf"\bstraighten in {_N} seconds?\b")
_BOTTOM = (rf"\b(?:wait|hold|pause) {_N} seconds? at the bottom\b",)
_TOP = (rf"\b(?:wait|hold|pause) {_N} seconds? at the top\b",)
_PAUSE_AT_TOP = r"\bpause at the top\b"


class Phase(Struct, frozen=True):
    """One part of a rep."""

    word: str
    """"down", "hold", "up"."""
    seconds: int


def tempo(exercise: Exercise) -> tuple[Phase, ...]:
    """Return the parts of one rep in their order; none where no cue counts seconds."""
    return _tempo(exercise.cues) if exercise.in_reps else ()


@lru_cache(maxsize=256)
def _tempo(cues: tuple[str, ...]) -> tuple[Phase, ...]:
    said = ". ".join(cues).lower()
    # Before the first paint ten patterns take as long as a screen's own figure.
    if not any(number in said for number in _COUNTED):
        return ()
    down, up = _seconds(said, _DOWN), _seconds(said, _UP)
    if not down and not up:
        return ()
    bottom, top = _seconds(said, _BOTTOM), _seconds(said, _TOP)
    if not top and re.search(_PAUSE_AT_TOP, said):
        top = 1
    parts = (Phase("down", down or 1), Phase("hold", bottom), Phase("up", up or 1))
    if top:
        parts = (Phase("up", up or 1), Phase("hold", top), Phase("down", down or 1))
    return tuple(part for part in parts if part.seconds)


def _seconds(said: str, ways: tuple[str, ...]) -> int:
    """Return the seconds that one of a few ways of saying them names; 0 where none does."""
    for way in ways:
        found = re.search(way, said)
        if found is not None:
            word = found.group(1)
            return _NUMBERS.index(word) + 1 if word in _NUMBERS else int(word)
    return 0


def beat(parts: tuple[Phase, ...], second: int, lead_s: int) -> str:
    """Return what a beat says in a second: "READY 3", "DOWN 3", "DOWN 2", "DOWN 1", "UP".

    Args:
        parts: Of one rep.
        second: Since it was started, from 0.
        lead_s: Seconds to get into place before the first rep.
    """
    if second < lead_s:
        return f"READY {lead_s - second}"
    place = (second - lead_s) % sum(part.seconds for part in parts)
    for part in parts:
        if place < part.seconds:
            left = f" {part.seconds - place}" if part.seconds > 1 else ""
            return f"{part.word.upper()}{left}"
        place -= part.seconds
    return ""
