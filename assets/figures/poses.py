"""The poses of every figure: joint coordinates of our own, after the set-up that the library gives.

Lengths are in hundredths of a standing body; `body.py` says which way is which.
"""

from collections.abc import Callable, Sequence
from math import atan2, degrees
from typing import NamedTuple

from figures.body import (
    DOWN,
    LEFT,
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
    facing,
    supine,
    upright,
)
from figures.props import band, bench, box, dumbbell, kettlebell, mini_band, post, step, wall
from figures.scene import Part, Scene, View

V = Vector
SIDE = View()
OBLIQUE = View(-24, 5)
SLOW = (0, 0, 1, 2, 2, 1)
"""A rep with a rest at both ends: half a second a number."""
IN_TURN = (0, 1, 1, 0, 2, 2)
"""One side, then the other."""


class Drawn(NamedTuple):
    """A figure: its frames, in which order they are shown, which one stands for it."""

    scenes: tuple[Scene, ...]
    order: tuple[int, ...]
    still: int
    view: View = SIDE
    side: str = ""
    """The working leg as it is drawn, `left` or `right`; empty where there is none."""


# Upright

Arms = Callable[[Body], tuple[Arm, Arm, tuple[Part, ...]]]
"""Both arms, right and left, and what they hold."""


def _hung(body: Body, side: float, reach: float = 30.5) -> Arm:
    hand = body.shoulder_of(side).plus(DOWN, reach).plus(body.frame.right, 2 * side)
    return Arm(hand, V(-body.frame.front.x, -body.frame.front.y, 0))


def empty(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """Hands on the hips."""
    at = [
        body.hip_of(side).plus(body.frame.right, 3 * side).plus(body.frame.up, 6)
        for side in (1, -1)
    ]
    return Arm(at[0], V(-1, -1, 0)), Arm(at[1], V(-1, 1, 0)), ()


def swung(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """Bent arms as in running."""
    right, left = body.shoulder_of(1), body.shoulder_of(-1)
    return Arm(right.plus(V(-4, 0, -19)), LEFT), Arm(left.plus(V(18, 0, -10)), DOWN), ()


def at_sides(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """A dumbbell in each hanging hand."""
    arms = _hung(body, 1), _hung(body, -1)
    return (*arms, (dumbbell(arms[0].hand, 4), dumbbell(arms[1].hand, -12)))


def _racked(body: Body, side: float) -> Arm:
    at = body.shoulder_of(side).plus(body.frame.front, 6).plus(body.frame.up, -1)
    return Arm(at, V(1, 0, -1.5))


def racked(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """A dumbbell at each shoulder."""
    arms = _racked(body, 1), _racked(body, -1)
    return (*arms, (kettlebell(arms[0].hand, 4), kettlebell(arms[1].hand, -5)))


def one_racked(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """A dumbbell at the right shoulder, opposite the working left leg; the other arm out."""
    arms = _racked(body, 1), Arm(body.shoulder_of(-1).plus(V(30, 3, -1)), DOWN)
    return (*arms, (kettlebell(arms[0].hand, 6),))


def stretched(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """Both hands straight out."""
    at = body.neck.plus(V(30, 0, -4))
    return Arm(at, DOWN), Arm(at, DOWN), ()


def at_chest(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """Both hands before the chest."""
    at = body.neck.plus(V(9, 0, -6))
    return Arm(at, V(-1, -1, -1)), Arm(at, V(-1, 1, -1)), ()


def one_on_wall(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """The left hand on a wall in front, the other on the hip."""
    return empty(body)[0], Arm(V(40, 7, 62), DOWN), ()


Marks = tuple[tuple[Vector, str], ...]


def marked(drawn: Drawn, marks: Marks) -> Drawn:
    """Return a figure with the same arrows in every frame."""
    return drawn._replace(scenes=tuple(each._replace(marks=marks) for each in drawn.scenes))


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


def flat(x: float, z: float = 0.0, y: float = -5.0, knee: Vector | None = None) -> Leg:
    """Return a leg with its whole foot on something that is so high."""
    return Leg(V(x, y, z + 3), RIGHT, knee)


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


def _beside(mark: str) -> tuple[tuple[Vector, str], ...]:
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
    props = (step(-34, -2, 20),)
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


# On the back


def _back(hip_z: float, right: Leg, left: Leg, arms: tuple[Arm, Arm] | None, *props: Part) -> Scene:
    """Return a body on its back, the shoulders on the floor."""
    shoulder = 5.5
    rise = degrees(atan2(hip_z - shoulder, TRUNK))
    body = Body(V(6, 0, hip_z), supine(rise), right, left, Arm(ORIGIN), Arm(ORIGIN))
    neck = body.neck
    if arms is None:
        arms = Arm(neck.plus(V(30.6, -9, -3)), UP), Arm(neck.plus(V(30.6, 9, -3)), UP)
    head = V(neck.x - 11, 0, 7).plus(body.head, -1)
    return Scene(body._replace(right_arm=arms[0], left_arm=arms[1], nod=head), props)


SKY = Leg(V(31, -5, 31), V(0, 0, 1), UP), Leg(V(31, 5, 31), V(0, 0, 1), UP)
REACHING = Leg(V(58, -5, 13), V(0.3, 0, 1), UP), Leg(V(58, 5, 13), V(0.3, 0, 1), UP)
OVER = Arm(V(-24, -7, 40)), Arm(V(-24, 7, 40))
BACKWARD = Arm(V(-56, -7, 16), UP), Arm(V(-56, 7, 16), UP)


def _dead(*pairs: tuple[Leg, Leg, Arm, Arm], props: Sequence[Part] = ()) -> Drawn:
    scenes = tuple(_back(6, right, left, arms, *props) for right, left, *arms in pairs)
    return Drawn(scenes, IN_TURN, 1)


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
    return _dead((*SKY, *OVER), (tap[0], SKY[1], *OVER), (SKY[0], tap[1], *OVER))


def weighted() -> Drawn:
    """Return the legs in turn, a weight over the chest."""
    arms = Arm(V(-22, -1, 36)), Arm(V(-22, 1, 36))
    held = (dumbbell(V(-22, 0, 37), 8),)
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
    )


def bridge(kind: str) -> Drawn:
    """Return a bridge: `both`, `march`, `single`, `band` or `raised`."""
    base = 14.0 if kind == "raised" else 0.0
    foot = flat(27 if base else 24, base, knee=UP)
    other = flat(24, 0, 5, UP)
    marks = ((V(4, 0, 38), "↕"),) if kind == "both" else ((V(-14, 0, 36), "↕"),)
    low, high = 6.0, 23.0 + base * 0.4
    if kind == "both":
        scenes = [_back(z, foot, other, None) for z in (low, (low + high) / 2, high)]
        return marked(Drawn(tuple(scenes), SLOW, 2), marks)
    if kind == "march":
        air = Leg(V(21, -5, 15), V(1, 0, -0.3), UP), Leg(V(21, 5, 15), V(1, 0, -0.3), UP)
        pairs = ((foot, other, "R"), (air[0], other, "R"), (foot, air[1], "R"))
        scenes = [
            _back(high, right, left, None)._replace(solid=f"{leg}rl") for right, left, leg in pairs
        ]
        return Drawn(tuple(scenes), IN_TURN, 1)
    props: tuple[Part, ...] = (step(19, 46, base),) if base else ()
    scenes = []
    for z in (low, (low + high) / 2, high):
        if kind == "band":
            body = _back(z, foot, other, None).body
            hip, knee, *_ = body.leg(1)
            way = hip.to(knee).unit()
            free = Leg(body.hip_of(-1).plus(way, 49.9), V(-0.3, 0, 1), UP)
            props = mini_band(body.hip_of(1).plus(way, 19), body.hip_of(-1).plus(way, 19), way)
        else:
            free = Leg(V(13, 5, z + 27), V(1, 0, 0.2), LEFT)
            free = Leg(V(26, 5, z + 16), V(1, 0, 0.3), V(-1, 0, 1.4))
        scenes.append(_back(z, foot, free, None, *props))
    view = View(-28, 12) if kind == "band" else SIDE
    return marked(Drawn(tuple(scenes), SLOW, 2, view, "right"), marks)


# On the side


def _plank(hip_z: float, upper: Leg, lower: Leg, *props: Part) -> Scene:
    """Return a body on its right elbow."""
    neck = V(-30, 0, 25)
    hip = V(-0.5, 0, hip_z)
    up = hip.to(neck).unit()
    frame = Frame(up, V(-up.z, 0, up.x) if up.x < 0 else V(up.z, 0, -up.x), NEARER)
    body = Body(hip, frame, lower, upper, Arm(ORIGIN), Arm(ORIGIN))
    elbow_to = Arm(V(body.shoulder_of(1).x + 7, -9, 1.5), LEFT)
    return Scene(
        body._replace(right_arm=elbow_to, left_arm=Arm(body.shoulder_of(-1).plus(V(3, -2, 30.8)))),
        props,
    )


def copenhagen(lever: str, lower: str) -> Drawn:
    """Return a Copenhagen plank.

    Args:
        lever: What lies on the bench: `knee` or `foot`.
        lower: The lower leg: `down` helps on the floor, `up` is lifted, `moves` goes down and up.
    """
    if lever == "knee":
        top, props = Leg(V(32, 21, 22), V(0, 1, 0), V(1, -1, 0.4)), (bench(14, 50, 19),)
        rest, low_rest = Leg(V(46, 4, 3), RIGHT, DOWN), Leg(V(49, 4, 3), RIGHT, UP)
        lifted = Leg(V(46, 6, 10), RIGHT, DOWN)
    else:
        top, props = Leg(V(54, -4, 24.5), V(1, 0, 0.2), UP), (bench(43, 76, 20),)
        rest, low_rest = Leg(V(47, 0, 3.5), RIGHT, DOWN), Leg(V(49, 0, 3.5), RIGHT, DOWN)
        lifted = Leg(V(50, 0, 12.5), RIGHT, DOWN)
    low = _plank(9, top, low_rest, *props)
    high = _plank(23.5, top, rest if lower == "down" else lifted, *props)
    scenes = tuple(each._replace(solid="LRrl") for each in (low, high))
    order = (0, 0, 1, 1) if lower == "moves" else (0, 0, 1, 1, 1, 1)
    marks = ((V(30, 0, 42), "↕"),) if lower == "moves" else ()
    view = View(-18, 8) if lever == "knee" else View(0, 6)
    return marked(Drawn(scenes, order, 1, view, "left"), marks)


# Against a turning pull

PULL = View(-42, 4)


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


def half_out(body: Body) -> tuple[Arm, Arm, tuple[Part, ...]]:
    """Both hands half-way out."""
    at = body.neck.plus(V(20, 0, -5))
    return Arm(at, V(-1, -1, -1)), Arm(at, V(-1, 1, -1)), ()


FIGURES: dict[str, Callable[[], Drawn]] = {
    "dead-bug-heel-taps": heel_taps,
    "dead-bug": dead_bug,
    "dead-bug-weighted": weighted,
    "dead-bug-long": long_dead_bug,
    "copenhagen-short-floor": lambda: copenhagen("knee", "down"),
    "copenhagen-short": lambda: copenhagen("knee", "up"),
    "copenhagen-long-floor": lambda: copenhagen("foot", "down"),
    "copenhagen-long": lambda: copenhagen("foot", "up"),
    "copenhagen-dynamic": lambda: copenhagen("foot", "moves"),
    "bridge": lambda: bridge("both"),
    "bridge-march": lambda: bridge("march"),
    "single-leg-bridge": lambda: bridge("single"),
    "single-leg-bridge-band": lambda: bridge("band"),
    "single-leg-bridge-raised": lambda: bridge("raised"),
    "split-squat-assisted": lambda: split(one_on_wall, props=(wall(41, 90),), mark=""),
    "split-squat": lambda: split(at_sides),
    "rfe-split-squat-low": lambda: split(at_sides, rear=10, props=(step(-46, -14, 10),)),
    "rfe-split-squat": lambda: raised(at_sides),
    "rfe-split-squat-front-rack": lambda: raised(racked),
    "rfe-split-squat-deficit": lambda: raised(at_sides, front=7, props=(step(4, 38, 7),)),
    "split-squat-iso": lambda: split(empty, order=(0, 1, 2, 2, 2, 2), mark=""),
    "split-squat-fast": lambda: split(empty, order=(0, 0, 1, 2, 2), mark="↑"),
    "split-squat-hop": lambda: hop(8),
    "jumping-lunge": lambda: change(10),
    "jumping-lunge-high": lambda: change(22),
    "step-up-low": lambda: stepped(empty, 11),
    "step-up": lambda: stepped(at_sides, 20),
    "step-up-lateral": lambda: lateral(at_sides),
    "step-up-high": lambda: stepped(at_sides, 27),
    "split-stance-pallof-press": lambda: pallof(
        (at_chest, half_out, stretched), (0, 0, 0), (44, 44, 44)
    ),
    "anti-rotation-split-squat": lambda: split(one_racked, work="left"),
    "split-squat-press-out": lambda: pallof((stretched,) * 3, (0, 11, 22), (44, 44, 44)),
    "pallof-reverse-lunge": lambda: pallof((stretched,) * 3, (-3, 8, 22), (4, 26, 44)),
    "rfe-split-squat-offset": lambda: raised(one_racked, work="left"),
}
