"""Makes the sounds that ship: short notes of our own, each sound in a pattern of its own.

Run it as `make sounds`. The notes lie between 2 and 3.6 kHz, where the ear hears best and a gym's
music leaves most room; what tells the sounds apart is how many notes there are, how long they
are, and whether they rise or fall.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from runlift_tui.core.face.sounds import Sound

SOUNDS = Path(__file__).parents[1] / "runlift_tui" / "data" / "sounds"
RATE = 22_050
"""Samples a second."""
PEAK = 0.8
"""Of full scale, so that nothing clips on the way to the loudspeaker."""
_ATTACK_S, _RELEASE_S = 0.006, 0.03
_OVERTONE = 0.2
"""Of the octave above, against the note itself: a bell more than a whistle."""
C, D, E, G, A = 2093.0, 2349.3, 2637.0, 3136.0, 3520.0
"""The notes, in hertz."""


class Note(NamedTuple):
    """Some tones at once, or silence where there is none."""

    seconds: float
    tones: tuple[float, ...] = ()


def note(seconds: float, *tones: float) -> Note:
    """Return a note."""
    return Note(seconds, tones)


def spaced(*notes: Note) -> tuple[Note, ...]:
    """Return notes with a little silence between any two."""
    return tuple(part for each in notes for part in (each, note(0.04)))[:-1]


PATTERNS: dict[Sound, tuple[Note, ...]] = {
    Sound.STAND_UP: spaced(note(0.13, C), note(0.22, E)),
    Sound.COUNT: (note(0.09, C),),
    Sound.REST_OVER: spaced(note(0.1, C), note(0.1, E), note(0.55, G)),
    Sound.HOLD_BEGINS: (note(0.45, G),),
    Sound.HALF_WAY: (note(0.09, E), note(0.09), note(0.09, E)),
    Sound.SWITCH_SIDES: spaced(*(note(0.11, each) for each in (A, D, A, D))),
    Sound.HOLD_OVER: spaced(note(0.13, G), note(0.35, C)),
    Sound.DONE: spaced(*(note(0.12, each) for each in (C, E, G)), note(0.7, C, E, A)),
}


def samples(pattern: Iterable[Note]) -> array[int]:
    """Return a pattern as 16-bit samples, as loud as `PEAK` at its loudest."""
    found = [value for each in pattern for value in _played(each)]
    loudest = max(map(abs, found))
    return array("h", (round(value / loudest * PEAK * 32_767) for value in found))


def _played(each: Note) -> list[float]:
    count = round(each.seconds * RATE)
    return [_wave(each, number / RATE) for number in range(count)]


def _wave(each: Note, at: float) -> float:
    """Return a note's height at a moment: soft at both ends, and dying away like a struck bar."""
    left = each.seconds - at
    edge = min(1.0, at / _ATTACK_S, left / _RELEASE_S)
    envelope = (0.5 - 0.5 * math.cos(math.pi * edge)) * math.exp(-1.6 * at / each.seconds)
    height = sum(
        math.sin(math.tau * hertz * at) + _OVERTONE * math.sin(2 * math.tau * hertz * at)
        for hertz in each.tones
    )
    return envelope * height / max(1, len(each.tones))


def main(folder: Path = SOUNDS) -> None:
    """Write every sound into a folder."""
    folder.mkdir(exist_ok=True)
    for sound, pattern in PATTERNS.items():
        found = samples(pattern)
        if sys.byteorder == "big":
            found.byteswap()
        with wave.open(str(folder / f"{sound}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(found.tobytes())


if __name__ == "__main__":
    main()
