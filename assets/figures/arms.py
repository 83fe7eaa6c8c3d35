"""What the arms of an upright body do, and what they hold."""

from collections.abc import Callable

from figures.body import DOWN, LEFT, Arm, Body, Vector
from figures.pen import Ink
from figures.props import dumbbell, kettlebell
from figures.scene import Part

V = Vector

Held = tuple[Arm, Arm, tuple[Part, ...]]
"""The right arm, the left arm, and what is in the hands."""
Arms = Callable[[Body], Held]


def _hung(body: Body, side: float) -> Arm:
    hand = body.shoulder_of(side).plus(DOWN, 32.5).plus(body.frame.right, 2 * side)
    return Arm(hand, V(-body.frame.front.x, -body.frame.front.y, 0))


def empty(body: Body) -> Held:
    """Hands on the hips."""
    at = [
        body.hip_of(side).plus(body.frame.right, 3 * side).plus(body.frame.up, 6)
        for side in (1, -1)
    ]
    return Arm(at[0], V(-1, -1, 0)), Arm(at[1], V(-1, 1, 0)), ()


def swung(forward: float) -> Arms:
    """Bent arms as in running; 1 has the right one in front, -1 the left one."""

    def held(body: Body) -> Held:
        ways = {forward: (V(17, 0, -12), DOWN), -forward: (V(-5, 0, -20), LEFT)}
        right, left = (
            Arm(body.shoulder_of(s).plus(ways[s][0]), ways[s][1], apart=False) for s in (1, -1)
        )
        return right, left, ()

    return held


def kettlebells(body: Body) -> Held:
    """A kettlebell in each hanging hand."""
    arms = _hung(body, 1), _hung(body, -1)
    return (*arms, tuple(kettlebell(arm.hand, 4) for arm in arms))


def at_sides(body: Body) -> Held:
    """A dumbbell in each hanging hand."""
    arms = _hung(body, 1), _hung(body, -1)
    return (*arms, (dumbbell(arms[0].hand, 4), dumbbell(arms[1].hand, -12, Ink.FAR)))


RACKED, AT_SHOULDER = V(7, 0, 4), V(10.5, 0, 0.5)
"""From a shoulder to the hand that holds a weight there, and to the weight's middle."""
IN_FRONT = V(1, 0, -0.5)
"""Where the elbow points under it."""


def _racked(body: Body, side: float) -> tuple[Arm, Vector]:
    shoulder = body.shoulder_of(side)
    return Arm(shoulder.plus(RACKED), IN_FRONT, apart=False), shoulder.plus(AT_SHOULDER)


def racked(body: Body) -> Held:
    """A dumbbell at each shoulder, the elbows in front."""
    (right, near), (left, far) = _racked(body, 1), _racked(body, -1)
    return right, left, (dumbbell(near, 4, apart=True), dumbbell(far, -12, Ink.FAR))


def one_racked(body: Body) -> Held:
    """A dumbbell at the left shoulder, opposite the working right leg; the other arm out."""
    left, far = _racked(body, -1)
    free = Arm(body.shoulder_of(1).plus(V(29, 0, -15)), DOWN)
    return free, left, (dumbbell(far, -12, Ink.FAR),)


def one_on_wall(body: Body) -> Held:
    """The right hand on a wall in front, the other on the hip."""
    return Arm(V(31, -7, 66), DOWN), empty(body)[1], ()
