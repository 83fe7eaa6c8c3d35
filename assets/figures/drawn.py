"""A figure before it is drawn: its frames, and how they follow one another."""

from typing import NamedTuple

from figures.body import Vector
from figures.scene import Scene, View

SIDE = View()
OBLIQUE = View(-24)
SLOW = (0, 0, 1, 2, 2, 1)
"""A rep with a rest at both ends: half a second a number."""
IN_TURN = (0, 1, 1, 0, 2, 2)
"""One side, then the other."""

Marks = tuple[tuple[Vector, str], ...]
"""Arrows, and where they stand."""


class Drawn(NamedTuple):
    """A figure."""

    scenes: tuple[Scene, ...]
    order: tuple[int, ...]
    """The numbers of the frames as they are shown, over and over."""
    still: int
    """The number of the frame that says most by itself."""
    view: View = SIDE
    side: str = ""
    """The working leg as it is drawn, `left` or `right`; empty where both work."""


def marked(drawn: Drawn, marks: Marks) -> Drawn:
    """Return a figure with the same arrows in every frame."""
    return drawn._replace(scenes=tuple(each._replace(marks=marks) for each in drawn.scenes))
