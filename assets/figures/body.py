"""A body in space: given where its hip, hands and feet are, where its knees and elbows come.

Lengths are in hundredths of a standing body. x goes to the right of the picture, y away from
whoever looks, z up. So a body that faces right shows its right side.
"""

from math import cos, radians, sin, sqrt
from typing import NamedTuple

THIGH, SHIN, FOOT, TRUNK, UPPER_ARM, FOREARM = 25.0, 25.0, 9.0, 30.0, 16.5, 16.5
NECK, HEAD = 11.0, 6.2
"""From between the shoulders to the middle of the head, and the head's radius."""
HIP_HALF, SHOULDER_HALF = 4.5, 7.0


class Vector(NamedTuple):
    """A place, or a way."""

    x: float
    y: float
    z: float

    def plus(self, other: "Vector", times: float = 1.0) -> "Vector":
        """Return this and so many times the other."""
        return Vector(self.x + times * other.x, self.y + times * other.y, self.z + times * other.z)

    def dot(self, other: "Vector") -> float:
        """Return the scalar product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self) -> float:
        """Return how long it is."""
        return sqrt(self.dot(self))

    def unit(self) -> "Vector":
        """Return it with a length of 1."""
        return ORIGIN.plus(self, 1 / (self.length() or 1.0))

    def to(self, other: "Vector") -> "Vector":
        """Return the way from here to there."""
        return other.plus(self, -1.0)


ORIGIN = Vector(0, 0, 0)
UP, DOWN = Vector(0, 0, 1), Vector(0, 0, -1)
RIGHT, LEFT = Vector(1, 0, 0), Vector(-1, 0, 0)
NEARER = Vector(0, -1, 0)


class Frame(NamedTuple):
    """Which way a body lies: along its spine, to its right hand, to its front."""

    up: Vector
    right: Vector
    front: Vector


def upright(lean: float = 0.0) -> Frame:
    """Face the right of the picture, leaning forward by so many degrees."""
    s, c = sin(radians(lean)), cos(radians(lean))
    return Frame(Vector(s, 0, c), NEARER, Vector(c, 0, -s))


def supine(rise: float = 0.0) -> Frame:
    """Lie on the back, head to the left, the hips lifted by so many degrees of the trunk."""
    s, c = sin(radians(rise)), cos(radians(rise))
    return Frame(Vector(-c, 0, -s), NEARER, Vector(-s, 0, c))


def facing() -> Frame:
    """Stand with the front to whoever looks."""
    return Frame(UP, LEFT, NEARER)


class Leg(NamedTuple):
    """Where a leg goes; None leaves it to the hip."""

    ankle: Vector
    toes: Vector = RIGHT
    """Which way the foot points."""
    pole: Vector | None = None
    """Which way the knee bends."""


class Arm(NamedTuple):
    """Where an arm goes."""

    hand: Vector
    pole: Vector = Vector(-1, 0, -1)
    """Which way the elbow bends."""
    apart: bool = True
    """Whether it stands off from what is behind it."""


class Body(NamedTuple):
    """A body in a pose."""

    hip: Vector
    frame: Frame
    right_leg: Leg
    left_leg: Leg
    right_arm: Arm
    left_arm: Arm
    nod: Vector = ORIGIN
    """What the head is moved by from the line of the spine."""

    def hip_of(self, side: float) -> Vector:
        """Return a hip joint; 1 is the right one, -1 the left one."""
        return self.hip.plus(self.frame.right, side * HIP_HALF)

    @property
    def neck(self) -> Vector:
        """Between the shoulders."""
        return self.hip.plus(self.frame.up, TRUNK)

    def shoulder_of(self, side: float) -> Vector:
        """Return a shoulder."""
        return self.neck.plus(self.frame.right, side * SHOULDER_HALF)

    @property
    def head(self) -> Vector:
        """The middle of the head."""
        return self.neck.plus(self.frame.up, NECK).plus(self.nod)

    def leg(self, side: float) -> tuple[Vector, Vector, Vector, Vector]:
        """Return hip, knee, ankle and toes of a leg."""
        leg = self.right_leg if side > 0 else self.left_leg
        hip = self.hip_of(side)
        knee, ankle = bent(hip, leg.ankle, THIGH, SHIN, leg.pole or self.frame.front)
        return hip, knee, ankle, ankle.plus(leg.toes.unit(), FOOT)

    def arm(self, side: float) -> tuple[Vector, Vector, Vector]:
        """Return shoulder, elbow and hand of an arm."""
        arm = self.right_arm if side > 0 else self.left_arm
        shoulder = self.shoulder_of(side)
        elbow, hand = bent(shoulder, arm.hand, UPPER_ARM, FOREARM, arm.pole)
        return shoulder, elbow, hand


def bent(
    start: Vector, end: Vector, first: float, second: float, pole: Vector
) -> tuple[Vector, Vector]:
    """Return the joint between two bones, and the end as near to `end` as they reach.

    Args:
        start: Where the first bone begins.
        end: Where the second one should end.
        first: The first bone's length.
        second: The second one's.
        pole: Which way the joint bends.
    """
    way = start.to(end)
    far = min(max(way.length(), abs(first - second) + 0.1), first + second - 0.05)
    along = way.unit()
    across = pole.plus(along, -pole.dot(along)).unit()
    reach = (first * first - second * second + far * far) / (2 * far)
    out = sqrt(max(0.0, first * first - reach * reach))
    return start.plus(along, reach).plus(across, out), start.plus(along, far)
