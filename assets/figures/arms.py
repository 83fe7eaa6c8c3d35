"""What the arms of an upright body do, and what they hold."""

from collections.abc import Callable

from figures.body import DOWN, LEFT, Arm, Body, Vector
from figures.props import dumbbell, kettlebell
from figures.scene import Part

V = Vector

Held = tuple[Arm, Arm, tuple[Part, ...]]
"""The right arm, the left arm, and what is in the hands."""
Arms = Callable[[Body], Held]


def _hung(body: Body, side: float, reach: float = 30.5) -> Arm:
    hand = body.shoulder_of(side).plus(DOWN, reach).plus(body.frame.right, 2 * side)
    return Arm(hand, V(-body.frame.front.x, -body.frame.front.y, 0))


def empty(body: Body) -> Held:
    """Hands on the hips."""
    at = [
        body.hip_of(side).plus(body.frame.right, 3 * side).plus(body.frame.up, 6)
        for side in (1, -1)
    ]
    return Arm(at[0], V(-1, -1, 0)), Arm(at[1], V(-1, 1, 0)), ()


def swung(body: Body) -> Held:
    """Bent arms as in running."""
    right, left = body.shoulder_of(1), body.shoulder_of(-1)
    return Arm(right.plus(V(-4, 0, -19)), LEFT), Arm(left.plus(V(18, 0, -10)), DOWN), ()


def at_sides(body: Body) -> Held:
    """A dumbbell in each hanging hand."""
    arms = _hung(body, 1), _hung(body, -1)
    return (*arms, (dumbbell(arms[0].hand, 4), dumbbell(arms[1].hand, -12)))


def _racked(body: Body, side: float) -> Arm:
    at = body.shoulder_of(side).plus(body.frame.front, 6).plus(body.frame.up, -1)
    return Arm(at, V(1, 0, -1.5))


def racked(body: Body) -> Held:
    """A weight at each shoulder."""
    arms = _racked(body, 1), _racked(body, -1)
    return (*arms, (kettlebell(arms[0].hand, 4), kettlebell(arms[1].hand, -5)))


def one_racked(body: Body) -> Held:
    """A weight at the right shoulder, opposite the working left leg; the other arm out."""
    arms = _racked(body, 1), Arm(body.shoulder_of(-1).plus(V(30, 3, -1)), DOWN)
    return (*arms, (kettlebell(arms[0].hand, 6),))


def stretched(body: Body) -> Held:
    """Both hands straight out."""
    at = body.neck.plus(V(30, 0, -4))
    return Arm(at, DOWN), Arm(at, DOWN), ()


def at_chest(body: Body) -> Held:
    """Both hands before the chest."""
    at = body.neck.plus(V(9, 0, -6))
    return Arm(at, V(-1, -1, -1)), Arm(at, V(-1, 1, -1)), ()


def one_on_wall(body: Body) -> Held:
    """The left hand on a wall in front, the other on the hip."""
    return empty(body)[0], Arm(V(40, 7, 62), DOWN), ()


def half_out(body: Body) -> Held:
    """Both hands half-way out."""
    at = body.neck.plus(V(20, 0, -5))
    return Arm(at, V(-1, -1, -1)), Arm(at, V(-1, 1, -1)), ()
