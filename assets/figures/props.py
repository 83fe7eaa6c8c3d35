"""What a body stands on, holds or is pulled by."""

from figures.body import RIGHT, Vector
from figures.pen import Ink
from figures.scene import Bone, Part

V = Vector


def _edges(*lines: tuple[Vector, Vector], thick: float) -> tuple[Bone, ...]:
    return tuple((start, end, thick, thick) for start, end in lines)


def bench(left: float, right: float, high: float, free: float = 5.0) -> Part:
    """Return a bench, a cushion on two legs, whose left end is free of legs for so far."""
    z = high - 2.6
    legs = tuple((V(x, 0, z), V(x, 0, 0)) for x in (left + free, right - 5))
    top = (V(left + 2.6, 0, z), V(right - 2.6, 0, z))
    return Part((*_edges(top, thick=2.6), *_edges(*legs, thick=1.2)), Ink.PROP, -30)


def box(left: float, right: float, high: float) -> Part:
    """Return a box."""
    z = high - 1.0
    sides = ((V(x, 0, z), V(x, 0, 1)) for x in (left, right))
    return Part(_edges((V(left, 0, z), V(right, 0, z)), *sides, thick=1.0), Ink.PROP, -30)


def wall(x: float, high: float) -> Part:
    """Return a wall, seen from its edge."""
    lines = ((V(at, -7, 0), V(at, -7, high)) for at in (x, x + 4))
    return Part(_edges(*lines, thick=0.8), Ink.PROP, -35)


def dumbbell(at: Vector, nearer: float, ink: Ink = Ink.NEAR, *, apart: bool = False) -> Part:
    """Return a dumbbell: a bar between two flat heads.

    Args:
        at: The middle of the bar.
        nearer: Added to how near it is.
        ink: What it is drawn with.
        apart: Whether all of it stands off from the body, or what is beside the hand does.
    """
    heads = tuple((at.plus(V(x, 0, -2.2)), at.plus(V(x, 0, 2.2)), 2.3, 2.3) for x in (-7.2, 7.2))
    bar = (at.plus(RIGHT, -7), at.plus(RIGHT, 7), 1.9, 1.9)
    return Part((bar, *heads), ink, nearer, None if apart else at)


def kettlebell(hand: Vector, nearer: float) -> Part:
    """Return a kettlebell that hangs from a hand: a ball under a handle."""
    ball = hand.plus(V(0, 0, -8))
    handle = tuple((hand.plus(RIGHT, 2.6 * side), ball.plus(RIGHT, 4 * side)) for side in (1, -1))
    return Part((*_edges(*handle, thick=1.2), (ball, ball, 5.4, 5.4)), Ink.NEAR, nearer)
