"""Holds, metres and rests as one writes them: "10-20 s", "20-40 m", "3:00"."""

import re
from typing import Any

from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.spelling import Misspelt, range_of, range_text, shown
from runlift_tui.core.words.typed_figures import typed_seconds
from runlift_tui.core.words.units import clock

_BETWEEN = re.compile(r"\s*(?:[-–]|\bto\b)\s*")


def hold_text(low: int, high: int) -> str:
    """Return "10-20 s" or "20 s"."""
    return f"{range_text(low, high)} s"


def hold_of(value: Any) -> tuple[int, int]:
    """Return the ends of a range of seconds: "10-20 s", "45 sec", "1:00-1:30", "1 min" or 20.

    Raises:
        Misspelt: it is none.
    """
    bare = value.strip().removesuffix("s") if isinstance(value, str) else value
    try:
        return range_of(bare)
    except Misspelt:
        found = _lengths(value) if isinstance(value, str) else ()
    if not found:
        raise Misspelt(f'{shown(value)} is no hold, write "10-20 s"')
    return found[0], found[-1]


def _lengths(text: str) -> tuple[int, ...]:
    """Return the seconds of a length, or of two with a dash between them; none of anything else."""
    parts = _BETWEEN.split(text.strip())
    try:
        found = [typed_seconds(part, of_hours=False) for part in parts]
    except Refused:
        return ()
    whole = len(found) <= 2 and all(each == int(each) for each in found)
    return tuple(map(int, found)) if whole else ()


def metres_text(low: int, high: int) -> str:
    """Return "20-40 m" or "40 m"."""
    return f"{range_text(low, high)} m"


def metres_of(value: Any) -> tuple[int, int]:
    """Return the ends of a range of metres: "20-40 m", "40 metres" or 40.

    Raises:
        Misspelt: it is none.
    """
    bare = (
        value.strip().removesuffix("etres").removesuffix("m") if isinstance(value, str) else value
    )
    try:
        return range_of(bare)
    except Misspelt:
        raise Misspelt(f'{shown(value)} is no distance, write "20-40 m"') from None


def rest_text(seconds: int) -> str | int:
    """Return "3:00"; a number that no clock shows stays one."""
    return seconds if seconds < 0 else clock(seconds)


def rest_of(value: Any) -> int:
    """Return the seconds of a rest: "3:00", "1 min 30", "90 s" or 90.

    Raises:
        Misspelt: it is none.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = value.strip() if isinstance(value, str) else ""
    try:
        found = typed_seconds(text, of_hours=False)
    except Refused:
        found = 0.5
    if found == int(found):
        return int(found)
    raise Misspelt(f'{shown(value)} is no rest, write "1:30" or 90')
