"""The frames of an exercise's figure: characters, and which of them are shown one after the other.

A frame's character says what it is part of: a block is the body, braille what it stands on and
the limbs that rest, an arrow the way that it moves.
"""

from typing import Literal

from msgspec import Struct, structs

BEAT_MS = 500
"""How long a frame stands, at the least: two a second."""
SOLID = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█▁▂▃▅▆▇"
"""What a body is drawn with: the mirror image of each is among them."""
ARROWS = "↑↕↔"
DOTTED = range(0x2801, 0x2900)
"""Braille, by code."""

Frame = tuple[str, ...]
"""Rows from the top, all of them equally long."""

_OTHER_WAY = str.maketrans("▘▝▖▗▌▐▞▚▛▜▙▟", "▝▘▗▖▐▌▚▞▜▛▟▙")


class FigureFrames(Struct, frozen=True, kw_only=True):
    """One exercise, drawn."""

    side: Literal["", "left", "right"] = ""
    """The leg that works in the drawing; empty where both do."""
    shown: tuple[int, ...]
    """The numbers of the frames in the order in which they are shown, over and over."""
    still: int
    """The number of the frame that says most by itself."""
    small: tuple[Frame, ...]
    large: tuple[Frame, ...]
    """The same frames, larger."""

    def number(self, beat: int) -> int:
        """Return the number of the frame that is shown in a beat, counted from anywhere."""
        return self.shown[beat % len(self.shown)]

    def beats(self, beat: int) -> int:
        """Return how many beats from this one on its frame stands."""
        now = self.number(beat)
        more = range(1, len(self.shown))
        return next((n for n in more if self.number(beat + n) != now), len(self.shown))

    def fitting(self, width: int, height: int) -> tuple[Frame, ...]:
        """Return the frames of the larger size that fits; none where neither does."""
        for frames in (self.large, self.small):
            if len(frames[0]) <= height and len(frames[0][0]) <= width:
                return frames
        return ()

    def working(self, side: str) -> "FigureFrames":
        """Return the figure with this leg at work: itself, or its mirror image."""
        if not side or not self.side or side == self.side:
            return self
        small, large = (tuple(map(mirrored, frames)) for frames in (self.small, self.large))
        other: Literal["left", "right"] = "left" if self.side == "right" else "right"
        return structs.replace(self, side=other, small=small, large=large)


def mirrored(frame: Frame) -> Frame:
    """Return a frame as a mirror shows it."""
    return tuple(row[::-1].translate(_OTHER_WAY) for row in frame)


def _swapped(dots: int) -> int:
    """Return the bits of a braille character with its two columns changed over."""
    found = 0
    for left, right in ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80)):
        found |= (right if dots & left else 0) | (left if dots & right else 0)
    return found


_OTHER_WAY |= {code: 0x2800 + _swapped(code - 0x2800) for code in DOTTED}
