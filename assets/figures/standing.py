"""Poses on the feet: split squats, jumps, step-ups."""

from collections.abc import Sequence

from figures.arms import Arms, empty, swung
from figures.body import ORIGIN, Arm, Body, Frame, Leg, Vector, facing, upright
from figures.drawn import OBLIQUE, SIDE, SLOW, Drawn, Marks, marked
from figures.props import bench, box
from figures.scene import Part, Scene

V = Vector


def scene(
    hip: tuple[float, float],
    lean: float,
    right: Leg,
    left: Leg,
    arms: Arms,
    *props: Part,
    frame: Frame | None = None,
) -> Scene:
    """Return an upright body."""
    body = Body(V(hip[0], 0, hip[1]), frame or upright(lean), right, left, Arm(ORIGIN), Arm(ORIGIN))
    right_arm, left_arm, held = arms(body)
    return Scene(body._replace(right_arm=right_arm, left_arm=left_arm), (*props, *held))


def flat(x: float, z: float = 0.0, y: float = -5.0) -> Leg:
    """Return a leg with its whole foot on something that is so high."""
    return Leg(V(x, y, z + 3))


def on_toes(x: float, z: float = 0.0, y: float = 5.0) -> Leg:
    """Return a leg on the ball of its foot."""
    return Leg(V(x, y, z + 8), V(1, 0, -1))


def on_bench(z: float, y: float = 5.0) -> Leg:
    """Return a leg with the top of its foot on something behind that is so high."""
    return Leg(V(-33, y, z + 2), V(-1, 0, -0.05))


BENCH = 21.0
"""How high the bench behind is: 37 cm, below the knee of whoever stands."""
KNEE_FREE, HAND_FREE = 29.5, 33.0
"""How high the hip is while the back knee is just above the floor, or a hand's width."""


def split(
    arms: Arms,
    *,
    lowest: float = KNEE_FREE,
    props: Sequence[Part] = (),
    order: tuple[int, ...] = SLOW,
    marks: Sequence[str] = "↕↕↕",
) -> Drawn:
    """Return a split squat: up, half-way, down, each with its arrow."""
    hips = ((0, 48.5, 2), (-1, (48.5 + lowest) / 2, 5), (-2, lowest, 8))
    scenes = tuple(
        stance((x, z), lean, flat(19), on_toes(-25), arms, props, "right")._replace(
            marks=_beside(mark)
        )
        for (x, z, lean), mark in zip(hips, marks, strict=True)
    )
    return Drawn(scenes, order, 2, OBLIQUE, "right")


def raised(arms: Arms, *, front: float = 0, rear: float = BENCH) -> Drawn:
    """Return a split squat with the top of the rear foot on a bench, or on a step that is low."""
    props = [bench(-58, -31, rear) if rear == BENCH else box(-56, -29, rear)]
    if front:
        props.append(box(4, 38, front))
    scenes = tuple(
        stance((x, z + front), lean, flat(16, front), on_bench(rear), arms, props, "right")
        for x, z, lean in ((0, 49, 4), (-1, 39, 9), (-3, 29, 14))
    )
    return marked(Drawn(scenes, SLOW, 2, OBLIQUE, "right"), _beside("↕"))


def stance(
    hip: tuple[float, float],
    lean: float,
    front: Leg,
    rear: Leg,
    arms: Arms,
    props: Sequence[Part],
    work: str,
) -> Scene:
    """Return a split stance, the working leg in front."""
    right, left = (front, rear) if work == "right" else (rear, front)
    at = right.ankle._replace(y=-5), left.ankle._replace(y=5)
    right, left = right._replace(ankle=at[0]), left._replace(ankle=at[1])
    found = scene(hip, lean, right, left, arms, *props)
    return found._replace(solid="Rr" if work == "right" else "Lrl")


def _beside(mark: str) -> Marks:
    return ((V(-32, 0, 48), mark),) if mark.strip() else ()


# Jumps: legs change in the air, or not


def hop(high: float) -> Drawn:
    """Return a hop out of the split stance and back into it."""
    down = stance((-2, HAND_FREE), 10, flat(19), on_toes(-25), empty, (), "right")
    off = stance(
        (0, 51 + high),
        2,
        Leg(V(13, -5, high + 6), V(1, 0, -0.9)),
        on_toes(-19, high),
        empty,
        (),
        "right",
    )
    off = off._replace(marks=_beside("↑"))
    return Drawn((down, off), (0, 0, 0, 1), 1, OBLIQUE, "right")


def change(high: float) -> Drawn:
    """Return a jump from one split stance into the other."""
    scenes = []
    for work, right, to in (("right", 10, -1), ("left", -10, 1)):
        feet = [Leg(V(x, 0, high + 8), V(1, 0, -0.9)) for x in (right, -right)]
        down = stance((-2, KNEE_FREE), 10, flat(20), on_toes(-25), swung(to), (), work)
        air = stance((0, 47 + high), 4, feet[0], feet[1], swung(to), (), "right")
        scenes += [down, air._replace(marks=((V(30, 0, 58), "↑"), (V(-1, 0, high - 4), "↔")))]
    scenes = [each._replace(solid="Rr") for each in (scenes[0], scenes[3], scenes[2], scenes[1])]
    return Drawn(tuple(scenes), (0, 0, 1, 2, 2, 3), 1, OBLIQUE, "")


# Onto a box


def stepped(arms: Arms, high: float) -> Drawn:
    """Return a step-up: one foot on the box, on the way, standing on it."""
    props = (box(2, 36, high),)
    on, off = flat(12, high), Leg(V(-12, 5, high * 0.5 + 6), V(1, 0, -0.9))
    scenes = (
        stance((-13, 52), 6, on, flat(-14), arms, props, "right"),
        stance((2, 36 + high), 18, on, off, arms, props, "right"),
        stance((13, high + 52), 0, on, flat(9, high, 5), arms, props, "right"),
    )
    up = ((V(36, 0, high + 36), "↕"),)
    return marked(Drawn(scenes, SLOW, 2, OBLIQUE, "right"), up)


def lateral(arms: Arms) -> Drawn:
    """Return a step-up from the side, seen from the front."""
    high = 15.0
    props = (box(-36, -5, high),)
    on = Leg(V(-14, 0, high + 3), V(-0.7, -1, 0), V(-0.9, -1, 0.3))
    floor, off = Leg(V(8, 0, 3), V(0.7, -1, 0)), Leg(V(4, 0, high + 5), V(0.7, -1, -0.5))
    scenes = tuple(
        scene(hip, 0, on, other, arms, *props, frame=facing())._replace(solid="Rrl")
        for hip, other in (((2, 49), floor), ((-4, 55), off), ((-9, high + 51), off))
    )
    return marked(Drawn(scenes, SLOW, 2, SIDE, "right"), ((V(26, 0, 40), "↕"),))


# Against a turning pull
