"""Poses on the back and on the side: dead bugs, bridges, Copenhagen planks."""

from collections.abc import Sequence
from math import atan2, degrees

from figures.body import (
    DOWN,
    NEARER,
    ORIGIN,
    RIGHT,
    TRUNK,
    UP,
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


def _back(hip_z: float, right: Leg, left: Leg, arms: tuple[Arm, Arm] | None, *props: Part) -> Scene:
    """Return a body on its back, the shoulders on the floor."""
    shoulder = 5.5
    rise = degrees(atan2(hip_z - shoulder, TRUNK))
    body = Body(V(6, 0, hip_z), supine(rise), right, left, Arm(ORIGIN), Arm(ORIGIN))
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
    high = Leg(V(13, -5, 58), V(-0.4, 0, 1), RIGHT), Leg(V(13, 5, 58), V(-0.4, 0, 1), RIGHT)
    return _dead(
        (*high, *OVER),
        (REACHING[0], high[1], OVER[0], BACKWARD[1]),
        (high[0], REACHING[1], BACKWARD[0], OVER[1]),
        mark=(V(44, 0, 38), "↕"),
    )


def bridge(kind: str) -> Drawn:
    """Return a bridge: `both`, `march`, `single`, `straight` or `raised`."""
    base = 14.0 if kind == "raised" else 0.0
    foot = Leg(V(27 if base else 24, -5, base + 3), RIGHT, UP)
    other = Leg(V(24, 5, 3), RIGHT, UP)
    marks = ((V(4, 0, 38), "↕"),) if kind == "both" else ((V(-14, 0, 36), "↕"),)
    low, high = 6.0, 23.0 + base * 0.4
    if kind == "both":
        scenes = [_back(z, foot, other, None) for z in (low, (low + high) / 2, high)]
        return marked(Drawn(tuple(scenes), SLOW, 2), marks)
    if kind == "march":
        air = Leg(V(30, -5, 36), V(1, 0, -0.3), UP), Leg(V(30, 5, 36), V(1, 0, -0.3), UP)
        pairs = ((foot, other, "R"), (air[0], other, "R"), (foot, air[1], "R"))
        scenes = [
            _back(high, right, left, None)._replace(solid=f"{leg}rl") for right, left, leg in pairs
        ]
        return marked(Drawn(tuple(scenes), IN_TURN, 1), ((V(43, 0, 24), "↕"),))
    props: tuple[Part, ...] = (box(19, 46, base),) if base else ()
    scenes = []
    for z in (low, (low + high) / 2, high):
        if kind == "straight":
            body = _back(z, foot, other, None).body
            hip, knee, *_ = body.leg(1)
            free = Leg(body.hip_of(-1).plus(hip.to(knee).unit(), 49.9), V(-0.3, 0, 1), UP)
        else:
            free = Leg(V(22, 5, z + 31), V(-0.5, 0, 1), V(-1, 0, 1))
        scenes.append(_back(z, foot, free, None, *props))
    return marked(Drawn(tuple(scenes), SLOW, 2, side="right"), marks)


# On the side


def _plank(hip_z: float, upper: Leg, lower: Leg, *props: Part) -> Scene:
    """Return a body on its right elbow, the front to whoever looks."""
    neck = V(-30, 0, 25)
    hip = V(-0.5, 0, hip_z)
    up = hip.to(neck).unit()
    frame = Frame(up, V(up.z, 0, -up.x), NEARER)
    body = Body(hip, frame, lower, upper, Arm(ORIGIN), Arm(ORIGIN), V(-2.5, 0, 0))
    low, high = body.shoulder_of(1), body.shoulder_of(-1)
    arms = (
        Arm(V(low.x - 16, 0, 2.5), V(1, 0, -1), apart=False),
        Arm(high.plus(V(3, 0, 33)), apart=False),
    )
    return Scene(body._replace(right_arm=arms[0], left_arm=arms[1]), props, solid="LRrl")


def copenhagen(lever: str, lower: str) -> Drawn:
    """Return a Copenhagen plank.

    Args:
        lever: What lies on the bench: `knee` or `foot`.
        lower: The lower leg: `down` helps on the floor, `up` is lifted, `moves` goes down and up.
    """
    down = Leg(V(48, 0, 3.5), RIGHT, UP)
    lifted = Leg(V(48.5, 0, 9), RIGHT, DOWN)
    if lever == "knee":
        bench_ = bench(18, 70, 22, free=44)
        top_low, top_high = Leg(V(47.5, 0, 24.8), RIGHT, UP), Leg(V(49.3, 0, 24.8), RIGHT, UP)
        helping = Leg(V(44, 0, 3), RIGHT, DOWN)
    else:
        bench_ = bench(43, 76, 22, free=19)
        top_low = top_high = Leg(V(49, 0, 24.8), RIGHT, UP)
        helping = Leg(V(46, 0, 3.5), RIGHT, DOWN)
    low = _plank(9, top_low, down, bench_)
    high = _plank(23.5, top_high, helping if lower == "down" else lifted, bench_)
    if lower != "moves":
        return Drawn((low, high), (0, 1, 1, 1, 1, 1), 1, side="left")
    middle = _plank(16, top_high, Leg(V(48.5, 0, 7.5), RIGHT, DOWN), bench_)
    return marked(Drawn((low, middle, high), SLOW, 2, side="left"), ((V(26, 0, 42), "↕"),))
