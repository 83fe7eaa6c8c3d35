"""Poses on the back and on the side: dead bugs, bridges, Copenhagen planks."""

from collections.abc import Sequence
from math import asin, cos, degrees, radians, sin, sqrt

from figures.body import (
    DOWN,
    FOREARM,
    NEARER,
    ORIGIN,
    RIGHT,
    SHIN,
    SHOULDER_HALF,
    THIGH,
    TRUNK,
    UP,
    UPPER_ARM,
    Arm,
    Body,
    Frame,
    Leg,
    Vector,
    supine,
)
from figures.drawn import IN_TURN, SLOW, Drawn, marked
from figures.props import bench, box, dumbbell
from figures.scene import Part, Scene

V = Vector


# On the back


BACK_X, BACK_Z = -24.0, 5.5
"""Where the shoulders lie."""


def _rise(hip_z: float) -> float:
    return degrees(asin((hip_z - BACK_Z) / TRUNK))


def _hip(hip_z: float) -> Vector:
    """Return where hips are that are so high."""
    return V(BACK_X + TRUNK * cos(radians(_rise(hip_z))), 0, hip_z)


def _back(hip_z: float, right: Leg, left: Leg, arms: tuple[Arm, Arm] | None, *props: Part) -> Scene:
    """Return a body on its back, the shoulders on the floor where they always are."""
    body = Body(_hip(hip_z), supine(_rise(hip_z)), right, left, Arm(ORIGIN), Arm(ORIGIN))
    neck = body.neck
    if arms is None:
        arms = Arm(V(neck.x + 32, -9, 2.5), UP, apart=False), Arm(V(neck.x + 32, 9, 2.5), UP)
    head = V(neck.x - 11, 0, 7).plus(body.head, -1)
    return Scene(body._replace(right_arm=arms[0], left_arm=arms[1], nod=head), props)


SKY = Leg(V(31, -5, 31), V(0, 0, 1), UP), Leg(V(31, 5, 31), V(0, 0, 1), UP)
REACHING = Leg(V(58, -5, 13), V(0.3, 0, 1), UP), Leg(V(58, 5, 13), V(0.3, 0, 1), UP)
OVER = Arm(V(-24, -7, 40)), Arm(V(-24, 7, 40))
AWAY = V(46, 0, 23), "↔"
BACKWARD = Arm(V(-56, -7, 16), UP), Arm(V(-56, 7, 16), UP)


def _dead(
    *pairs: tuple[Leg, Leg, Arm, Arm], mark: tuple[Vector, str] = AWAY, props: Sequence[Part] = ()
) -> Drawn:
    scenes = tuple(_back(6, pair[0], pair[1], pair[2:], *props) for pair in pairs)
    return marked(Drawn(scenes, IN_TURN, 1), (mark,))


def dead_bug() -> Drawn:
    """Return opposite arm and leg in turn."""
    return _dead(
        (*SKY, *OVER),
        (REACHING[0], SKY[1], OVER[0], BACKWARD[1]),
        (SKY[0], REACHING[1], BACKWARD[0], OVER[1]),
    )


def heel_taps() -> Drawn:
    """Return one heel to the floor in turn."""
    tap = Leg(V(39, -5, 4), V(0.6, 0, 1), UP), Leg(V(39, 5, 4), V(0.6, 0, 1), UP)
    return _dead(
        (*SKY, *OVER), (tap[0], SKY[1], *OVER), (SKY[0], tap[1], *OVER), mark=(V(54, 0, 17), "↕")
    )


def weighted() -> Drawn:
    """Return the legs in turn, a weight over the chest."""
    arms = Arm(V(-24, -1, 38)), Arm(V(-24, 1, 38))
    held = (dumbbell(V(-24, 0, 39), 8, apart=True),)
    return _dead(
        (*SKY, *arms), (REACHING[0], SKY[1], *arms), (SKY[0], REACHING[1], *arms), props=held
    )


def long_dead_bug() -> Drawn:
    """Return straight legs and opposite arms."""
    high = [Leg(V(8, y, 58), V(-0.4, 0, 1), RIGHT) for y in (-5, 5)]
    low = [Leg(V(58, y, 6.5), V(0.3, 0, 1), UP) for y in (-5, 5)]
    behind = [Arm(V(-58, y, 6.5), UP, apart=False) for y in (-7, 7)]
    return _dead(
        (*high, *OVER),
        (low[0], high[1], OVER[0], behind[1]),
        (high[0], low[1], behind[0], OVER[1]),
        mark=(V(44, 0, 38), "↕"),
    )


HAND_WIDE = 5.5
"""How wide a hand is: about 10 cm."""
SEAT, HEEL = 4.6, 2.6
"""From a hip to the seat behind it, from an ankle to its heel."""


def bridge(kind: str) -> Drawn:
    """Return a bridge: `both`, `march`, `single`, `straight` or `raised`.

    On the floor the heels are a hand's width from the seat; on a box of 25 cm the knee begins at
    ninety degrees. At the top shoulders, hips and knees are in line.
    """
    raised = kind == "raised"
    base, far, high = (14.0, 39.5, 21.6) if raised else (0.0, 6 + SEAT + HAND_WIDE + HEEL, 17.0)
    foot, other = (Leg(V(far, y, base + 3), RIGHT, UP) for y in (-5, 5))
    heights = (6.0, (6 + high) / 2, high)
    if kind == "both":
        scenes = [_back(z, foot, other, None) for z in heights]
        return marked(Drawn(tuple(scenes), SLOW, 2), ((V(-2, 0, 32), "↕"),))
    if kind == "march":
        air = [leg._replace(ankle=leg.ankle.plus(UP, HAND_WIDE)) for leg in (foot, other)]
        pairs = ((foot, other), (air[0], other), (foot, air[1]))
        scenes = [_back(high, *pair, None)._replace(solid="Rrl") for pair in pairs]
        return marked(Drawn(tuple(scenes), IN_TURN, 1), ((V(34, 0, 10), "↕"),))
    props: tuple[Part, ...] = (box(30, 56, base),) if raised else ()
    scenes = []
    for z in heights:
        body = _back(z, foot, other, None).body
        hip, knee, *_ = body.leg(1)
        start = body.hip_of(-1)
        if kind == "straight":
            free = Leg(start.plus(hip.to(knee).unit(), 49.9), V(-0.3, 0, 1), UP)
        else:
            free = Leg(start.plus(V(24, 0, THIGH + 4)), V(-0.3, 0, 1), V(-1, 0, 1))
        scenes.append(_back(z, foot, free, None, *props))
    return marked(Drawn(tuple(scenes), SLOW, 2, side="right"), ((V(-14, 0, 36), "↕"),))


# On the side

ELBOW_Z = 2.5
"""How high a forearm on the floor is in its middle."""
KNEE_HALF = 3.6
"""A knee's radius."""
EDGE = V(0.8, -0.6, 0)
"""Where a foot on the bench points: forward and away from the body."""
RAISED = 17.5
"""How high the bench is: about 30 cm."""


def _lying(drop: float) -> Body:
    """Return a body on its right elbow, the shoulder above it, the hips so many degrees lower.

    Its front is to whoever looks; legs and arms are not yet placed.
    """
    s, c = sin(radians(drop)), cos(radians(drop))
    frame = Frame(V(-c, 0, s), V(-s, 0, -c), NEARER)
    shoulder = V(-30, 0, ELBOW_Z + UPPER_ARM)
    hip = shoulder.plus(frame.right, -SHOULDER_HALF).plus(frame.up, -TRUNK)
    return Body(hip, frame, *[Leg(ORIGIN)] * 2, *[Arm(ORIGIN)] * 2, V(-2.5, 0, 0))


def _through(start: Vector, joint: Vector, end: Vector, toes: Vector) -> Leg:
    """Return a leg from a hip that has its knee and its ankle where they are said to be."""
    return Leg(end, toes, start.plus(start.to(end), 0.5).to(joint))


def _straight(start: Vector, z: float) -> Leg:
    """Return a straight leg from a hip to an ankle that is so high."""
    long = THIGH + SHIN - 0.1
    return Leg(V(start.x + sqrt(long**2 - (start.z - z) ** 2), 0, z), EDGE, UP)


def _knee_at(start: Vector, z: float) -> Vector:
    """Return a knee that is so high."""
    return V(start.x + sqrt(THIGH**2 - (start.z - z) ** 2), 0, z)


def _plank(body: Body, upper: Leg, lower: Leg, *props: Part) -> Scene:
    """Return the body on its forearm, its legs placed, the other arm up."""
    low, high = body.shoulder_of(1), body.shoulder_of(-1)
    elbow = low.plus(DOWN, UPPER_ARM)
    hand = elbow.plus(V(-0.8, -0.6, 0), FOREARM)
    arms = (
        Arm(hand, low.plus(low.to(hand), 0.5).to(elbow), apart=False),
        Arm(high.plus(V(3, 0, 33)), apart=False),
    )
    placed = body._replace(right_leg=lower, left_leg=upper, right_arm=arms[0], left_arm=arms[1])
    return Scene(placed, props, solid="LRrl")


def _copenhagen(lever: str, drop: float, below: str) -> Scene:
    """Return one moment of it; `below` is the lower leg: `floor`, `half` or `together`."""
    lying = _lying(drop)
    over, under = lying.hip_of(-1), lying.hip_of(1)
    if lever == "foot":
        upper = _straight(over, RAISED + 2.6)
        beside = upper._replace(ankle=upper.ankle.plus(lying.frame.right, 7.2))
        lower = {"floor": _straight(under, 2.6), "half": _straight(under, 7), "together": beside}
        lower_leg = lower[below]._replace(toes=NEARER)
        return _plank(lying, upper, lower_leg, bench(44, 72, RAISED))
    knee = _knee_at(over, RAISED + KNEE_HALF)
    upper = _through(over, knee, knee.plus(V(1, 0, -0.04).unit(), SHIN), EDGE)
    bent = knee.plus(over.to(under)) if below == "together" else _knee_at(under, KNEE_HALF)
    back = V(0.1, 1, 0) if below == "together" else V(0.6, 0.8, 0)
    return _plank(
        lying,
        upper,
        _through(under, bent, bent.plus(back.unit(), SHIN), back),
        bench(19, 41, RAISED, free=4),
    )


def copenhagen(lever: str, lower: str) -> Drawn:
    """Return a Copenhagen plank.

    Args:
        lever: What lies on the bench: `knee` or `foot`.
        lower: The lower leg: `down` helps on the floor, `up` is lifted, `moves` goes down and up.
    """
    low = _copenhagen(lever, 32, "floor")
    high = _copenhagen(
        lever, 9 if lever == "knee" else 6, "floor" if lower == "down" else "together"
    )
    if lower != "moves":
        return Drawn((low, high), (0, 1, 1, 1, 1, 1), 1, side="left")
    middle = _copenhagen(lever, 19, "half")
    return marked(Drawn((low, middle, high), SLOW, 2, side="left"), ((V(26, 0, 42), "↕"),))
