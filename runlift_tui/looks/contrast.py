"""How well a colour can be read on its ground: contrast as WCAG 2.2 defines it, and mending it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

FIGURES = 7.0
"""The least contrast of a figure that is read from two metres (WCAG 1.4.6)."""
TEXT = 4.5
"""The least contrast of any text (WCAG 1.4.3)."""
_STEPS = 64


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def of(cls, text: str) -> "Colour":
        """Read `#RRGGBB`."""
        return cls(*(int(text[place : place + 2], 16) for place in (1, 3, 5)))

    def __str__(self) -> str:
        return "#{:02X}{:02X}{:02X}".format(*self)

    def towards(self, other: "Colour", share: float) -> "Colour":
        """Return the colour that lies a share of the way to another one."""
        mixed = (round(one + (two - one) * share) for one, two in zip(self, other, strict=True))
        return Colour(*mixed)

    def grey(self) -> "Colour":
        """Return the grey that is just as bright, so that every contrast stays what it was."""
        level = round(255 * _gamma(luminance(self)))
        return Colour(level, level, level)


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


@lru_cache(maxsize=512)
def luminance(colour: Colour) -> float:
    """Return how bright a colour is, from 0 for black to 1 for white."""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _gamma(linear: float) -> float:
    return 12.92 * linear if linear <= 0.0031308 else float(1.055 * linear ** (1 / 2.4) - 0.055)


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def readable(colour: Colour, grounds: Sequence[Colour], least: float) -> Colour:
    """Return the colour, or the nearest on its way to black or white that reaches a contrast.

    Args:
        colour: As it is wanted.
        grounds: What it stands on; all of them light, or all of them dark.
        least: The contrast to reach on each; where none does, the end of the way is returned.
    """
    end = WHITE if all(_is_dark(ground) for ground in grounds) else BLACK
    for step in range(_STEPS + 1):
        found = colour.towards(end, step / _STEPS)
        if all(contrast(found, ground) >= least for ground in grounds):
            return found
    return end


def _is_dark(ground: Colour) -> bool:
    return contrast(ground, WHITE) >= contrast(ground, BLACK)
