"""What a body stands on, holds or is pulled by."""

from figures.body import RIGHT, Vector
from figures.pen import Ink
from figures.scene import Bone, Part

V = Vector
_LINE = 0.7


def _edges(*lines: tuple[Vector, Vector], thick: float = _LINE) -> tuple[Bone, ...]:
    return tuple((start, end, thick, thick) for start, end in lines)


def _slab(left: float, right: float, z: float) -> tuple[tuple[Vector, Vector], ...]:
    corners = [V(left, -9, z), V(right, -9, z), V(right, 9, z), V(left, 9, z)]
    return tuple(zip(corners, [*corners[1:], corners[0]], strict=True))


def bench(left: float, right: float, high: float) -> Part:
    """Return a bench: a slab on legs."""
    z = high - 1
    legs = tuple((V(x, y, z), V(x, y, 0)) for x in (left + 3, right - 3) for y in (-7, 7))
    return Part(
        (*_edges(*_slab(left, right, z), thick=1.5), *_edges(*legs, thick=0.9)), Ink.PROP, -30
    )


def box(left: float, right: float, high: float) -> Part:
    """Return a box."""
    z = high - 1
    sides = tuple((V(x, y, z), V(x, y, 1)) for x, y in ((left, -9), (right, -9), (right, 9)))
    return Part(_edges(*_slab(left, right, z), *sides, thick=1.0), Ink.PROP, -30)


def wall(x: float, high: float) -> Part:
    """Return a wall, seen from its edge."""
    return Part(
        _edges((V(x, 7, 0), V(x, 7, high)), (V(x + 4, 7, 0), V(x + 4, 7, high)), thick=0.8),
        Ink.PROP,
        -35,
    )


def post(at: Vector, high: float) -> Part:
    """Return the post that a band hangs on."""
    return Part(_edges((at, at.plus(V(0, 0, high))), thick=1.6), Ink.PROP, -35)


def band(start: Vector, end: Vector) -> Part:
    """Return a band under tension."""
    return Part(_edges((start, end), thick=0.8), Ink.PROP, 3)


def mini_band(right: Vector, left: Vector, along: Vector) -> tuple[Part, Part]:
    """Return a short band around both thighs: between them, and around the nearer one."""
    out = Vector(-along.z, 0, along.x)
    between = tuple((right.plus(out, side), left.plus(out, side)) for side in (4.5, 0, -4.5))
    around = (right.plus(out, 5.6), right.plus(out, -5.6))
    return (
        Part(_edges(*between, thick=1.0), Ink.PROP, 46),
        Part(_edges(around, thick=1.7), Ink.NEAR, 60),
    )


def dumbbell(at: Vector, nearer: float) -> Part:
    """Return a dumbbell: a bar and two heads."""
    heads = tuple((at.plus(RIGHT, x), at.plus(RIGHT, x), 3.9, 3.9) for x in (-6.0, 6.0))
    bar = (at.plus(RIGHT, -6), at.plus(RIGHT, 6), 1.8, 1.8)
    return Part((bar, *heads), Ink.NEAR, nearer, air=2.4)


def kettlebell(hand: Vector, nearer: float) -> Part:
    """Return a kettlebell that lies on the forearm."""
    at = hand.plus(RIGHT, 5)
    return Part(((at, at, 5.2, 5.2), (hand, at, 2.0, 2.0)), Ink.NEAR, nearer)
