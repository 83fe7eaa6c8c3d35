"""Poses on the feet: split squats, jumps, step-ups, and the stance beside a band."""

from collections.abc import Sequence

from figures.arms import Arms, empty, swung
from figures.body import ORIGIN, Arm, Body, Frame, Leg, Vector, facing, upright
from figures.drawn import OBLIQUE, PULL, SLOW, Drawn, Marks, marked
from figures.props import band, bench, box, post
from figures.scene import Part, Scene, View

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
    return Leg(V(x, y, z + 9), V(1, 0, -0.9))


def on_bench(y: float = 5.0) -> Leg:
    """Return a leg with the top of its foot on the bench behind."""
    return Leg(V(-33, y, 25), V(-1, 0, -0.15))


def split(
    arms: Arms,
    *,
    rear: float = 0,
    props: Sequence[Part] = (),
    work: str = "right",
    order: tuple[int, ...] = SLOW,
    mark: str = "↕",
) -> Drawn:
    """Return a split squat: up, half-way, down."""
    scenes = tuple(
        stance((x, z), lean, flat(19), on_toes(-25, rear), arms, props, work)
        for x, z, lean in ((0, 48.5, 2), (-1, 37, 5), (-2, 26, 8))
    )
    return marked(Drawn(scenes, order, 2, OBLIQUE, work), _beside(mark))


def raised(
    arms: Arms, *, front: float = 0, props: Sequence[Part] = (), work: str = "right"
) -> Drawn:
    """Return a split squat with the rear foot on a bench."""
    props = (bench(-58, -31, 21), *props)
    scenes = tuple(
        stance((x, z + front), lean, flat(16, front), on_bench(), arms, props, work)
        for x, z, lean in ((0, 49, 4), (-1, 39, 9), (-3, 29, 14))
    )
    return marked(Drawn(scenes, SLOW, 2, OBLIQUE, work), _beside("↕"))


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
    return ((V(36, 0, 46), mark),) if mark else ()


# Jumps: legs change in the air, or not


def hop(high: float) -> Drawn:
    """Return a hop out of the split stance and back into it."""
    down = stance((-2, 32), 10, flat(19), on_toes(-25), empty, (), "right")
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
    down = stance((-2, 28), 10, flat(20), on_toes(-25), swung, (), "right")
    foot, toes = V(17, 0, high + 5), V(1, 0, -0.5)
    other = V(-22, 0, high + 12)
    back = V(0.2, 0, -1)
    air = stance((0, 45 + high), 4, Leg(foot, toes), Leg(other, back), swung, (), "right")
    down_left = stance((-2, 28), 10, flat(20), on_toes(-25), swung, (), "left")
    air_left = stance((0, 45 + high), 4, Leg(foot, toes), Leg(other, back), swung, (), "left")
    marks = ((V(30, 0, 58), "↑"), (V(-1, 0, high - 4), "↔"))
    air, air_left = air._replace(marks=marks), air_left._replace(marks=marks)
    scenes = tuple(each._replace(solid="Rr") for each in (down, air, down_left, air_left))
    return Drawn(scenes, (0, 0, 1, 2, 2, 3), 1, OBLIQUE, "")


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
    up = ((V(36, 0, high + 36), "↑"),)
    return marked(Drawn(scenes, SLOW, 0, OBLIQUE, "right"), up)


def lateral(arms: Arms) -> Drawn:
    """Return a step-up from the side, seen from the front."""
    props = (box(-34, -2, 20),)
    f = facing()
    r = V(-13, -3, 23)
    low = scene(
        (4, 46),
        0,
        Leg(r, V(-0.3, -1, -0.2)),
        Leg(V(9, 0, 3), V(0.3, -1, -0.2)),
        arms,
        *props,
        frame=f,
    )
    top = scene(
        (-9, 71),
        0,
        Leg(r, V(-0.3, -1, -0.2)),
        Leg(V(6, -4, 24), V(0.3, -1, -0.2)),
        arms,
        *props,
        frame=f,
    )
    return marked(Drawn((low, top), (0, 0, 1, 1), 0, View(0, 8), "right"), ((V(26, 0, 40), "↑"),))


# Against a turning pull


def pallof(arms: Sequence[Arms], lows: tuple[float, ...], rears: tuple[float, ...]) -> Drawn:
    """Return a stance beside a band that comes from the side of the front leg, the farther one.

    Args:
        arms: In each frame.
        lows: How far the hips are lowered, in each frame.
        rears: How far behind the front foot the rear one stands, in each frame.
    """
    scenes = []
    for held, low, rear in zip(arms, lows, rears, strict=True):
        far = 44 - rear
        hip = (-2 + far * 0.45, 48.5 - low)
        behind = on_toes(19 - rear, y=-5) if far < 30 else flat(19 - rear)
        found = scene(hip, 3, behind, flat(19, y=5), held)
        hands = found.body.arm(-1)[2]
        pulled = band(hands, V(24, 52, hands.z)), post(V(24, 52, -1), 85)
        scenes.append(found._replace(props=(*found.props, *pulled), solid="Lrl"))
    return Drawn(tuple(scenes), SLOW, 2, PULL, "left")
