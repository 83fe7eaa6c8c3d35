"""A picture of a body and its props: projected, put into a space of cells, drawn back to front."""

from collections.abc import Iterable
from math import cos, radians, sin
from typing import NamedTuple

from figures.body import HEAD, Body, Vector
from figures.pen import ACROSS, DOWN, Canvas, Ink, Stroke

JOINT = 9.0
"""How far from its joint a limb begins to stand off from what is behind it."""
SOLES = 0.6
"""How high the lowest part of a foot on the floor is; what is lower is not drawn."""

Bone = tuple[Vector, Vector, float, float]
"""From where to where, and how thick at both ends: radii."""


class Part(NamedTuple):
    """Strokes that belong together: a limb, the trunk, a bench."""

    bones: tuple[Bone, ...]
    ink: Ink
    nearer: float = 0.0
    """Added to how near it is: what is drawn later covers what was drawn before."""
    joined: Vector | None = None
    """Where it hangs on: nothing is left out around that place, so that it never looks cut off."""
    air: float = 1.2
    """How much of what is behind it is left out around it."""


class Scene(NamedTuple):
    """One frame of a figure."""

    body: Body
    props: tuple[Part, ...] = ()
    marks: tuple[tuple[Vector, str], ...] = ()
    """Arrows, and where they stand."""
    solid: str = "Rr"
    """Limbs that are drawn thick: `R` and `L` are the legs, `r` and `l` the arms; the others are
    thin and dotted."""


class View(NamedTuple):
    """From where the scene is looked at: turned to the right, in degrees."""

    turn: float = 0.0

    def flat(self, at: Vector) -> tuple[float, float, float]:
        """Return a place in the picture: to the right, up, and how near."""
        s, c = sin(radians(self.turn)), cos(radians(self.turn))
        return c * at.x - s * at.y, at.z, -s * at.x - c * at.y


def parts_of(scene: Scene, view: View) -> list[Part]:
    """Return trunk, head and limbs."""
    body = scene.body
    hips = tuple(body.hip_of(side) for side in (1, -1))
    shoulders = tuple(body.shoulder_of(side) for side in (1, -1))
    middle = hips[0].plus(hips[0].to(hips[1]), 0.5)
    chest = body.neck.plus(body.frame.up, -4)
    trunk = (
        (middle, chest, 4.6, 5.2),
        (hips[0], hips[1], 4.0, 4.0),
        (shoulders[0].plus(body.frame.up, -3.5), shoulders[1].plus(body.frame.up, -3.5), 3.6, 3.6),
    )
    found = [
        Part(trunk, Ink.NEAR, air=0.0),
        Part(
            ((body.neck, body.head, 2.6, 2.6), (body.head, body.head, HEAD, HEAD)),
            Ink.NEAR,
            0.5,
            body.neck,
        ),
    ]
    nearness = {side: view.flat(body.hip_of(side))[2] for side in (1, -1)}
    near = 1 if nearness[1] >= nearness[-1] else -1
    for side in (1, -1):
        away = 1.0 if side == near else -9.0
        ink, thin = _pen("R" if side == 1 else "L", scene.solid)
        hip, knee, ankle, toes = body.leg(side)
        leg = (
            (hip, knee, 4.4 * thin, 3.6 * thin),
            (knee, ankle, 3.5 * thin, 2.5 * thin),
            (ankle, toes, 2.6 * thin, 2.2 * thin),
        )
        found.append(Part(leg, ink, away if ink is Ink.NEAR else -9.0, hip))
        ink, thin = _pen("r" if side == 1 else "l", scene.solid)
        shoulder, elbow, hand = body.arm(side)
        arm = (
            (shoulder.plus(body.frame.up, -2), elbow, 3.0 * thin, 2.5 * thin),
            (elbow, hand, 2.5 * thin, 2.2 * thin),
        )
        air = 1.2 if (body.right_arm if side == 1 else body.left_arm).apart else 0.0
        found.append(Part(arm, ink, away + 1 if ink is Ink.NEAR else -8.0, shoulder, air))
    return found


def _pen(limb: str, solid: str) -> tuple[Ink, float]:
    return (Ink.NEAR, 1.0) if limb in solid else (Ink.FAR, 0.62)


def drawn(
    scene: Scene, view: View, window: tuple[float, float, float, float], size: tuple[int, int]
) -> list[str]:
    """Return the rows of a scene.

    Args:
        scene: What is drawn.
        view: From where.
        window: Left, bottom, right and top of what is seen, as `View.flat` has it.
        size: Columns and rows.
    """
    left, bottom, right, top = window
    canvas = Canvas(*size)
    # The soles stand on the edge of a row, so that feet have clean edges; below is the floor.
    ground = (size[1] - 1) * DOWN
    scale = min(size[0] * ACROSS / (right - left), ground / (top - bottom))
    dx = (size[0] * ACROSS - scale * (right - left)) / 2

    def at(place: Vector) -> tuple[float, float]:
        x, z, _ = view.flat(place)
        return dx + scale * (x - left), ground - scale * (z - bottom)

    parts = [*scene.props, *parts_of(scene, view)]
    for part in sorted(parts, key=lambda part: _nearness(part, view)):
        strokes = [
            Stroke(at(start), at(end), (max(r1 * scale, 0.9), max(r2 * scale, 0.9)))
            for start, end, r1, r2 in part.bones
        ]
        if part.ink is not Ink.PROP and part.air:
            root = at(part.joined) if part.joined is not None else (-1e6, -1e6)
            air = max(1.3, part.air * scale)
            canvas.clear(strokes, air, root, JOINT * scale)
        canvas.draw(strokes, part.ink)
    canvas.lay_floor(ground)
    rows = [list(row) for row in canvas.rows()]
    for place, char in scene.marks:
        x, y = at(place)
        column, row = round(x / ACROSS - 0.5), round(y / DOWN - 0.5)
        if 0 <= row < size[1] and 0 <= column < size[0]:
            rows[row][column] = char
    return ["".join(row) for row in rows]


def _nearness(part: Part, view: View) -> float:
    if part.ink is Ink.PROP:
        return part.nearer - 50
    return part.nearer


def window_of(scenes: Iterable[Scene], view: View) -> tuple[float, float, float, float]:
    """Return what all of some scenes need: left, bottom, right and top."""
    xs: list[float] = []
    zs: list[float] = []
    for scene in scenes:
        for place, _ in scene.marks:
            x, z, _ = view.flat(place)
            xs += [x - 1.5, x + 1.5]
            zs.append(z + 3)
        for part in (*scene.props, *parts_of(scene, view)):
            for start, end, r1, r2 in part.bones:
                for place, radius in ((start, r1), (end, r2)):
                    x, z, _ = view.flat(place)
                    xs += [x - radius, x + radius]
                    zs += [z - radius, z + radius]
    return min(xs), SOLES, max(xs), max(zs)
