"""What a movement is: how it is measured, on which legs, with what load."""

from enum import StrEnum

from msgspec import Struct


class Measure(StrEnum):
    """What is counted in a set of it."""

    REPS = "reps"
    HOLD = "hold"
    METRES = "metres"


class Sides(StrEnum):
    """Which legs do the work."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"


class LoadKind(StrEnum):
    """What kind of load a movement takes."""

    NONE = "none"
    EXTERNAL = "external"
    BAND = "band"


SINGLE_LEG = "single-leg"
"""The tag of movements in which one leg carries the work."""
RUNNING = "running"
"""The tag of strides and sprints: nothing counts their landings, and pain holds them back too."""
POWER = "power"
"""The tag of what is done as fast or as hard as it goes."""
HEAVY = "heavy"
"""The tag of lifts that are there for a high load."""


class Exercise(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A movement, as the library describes it.

    The `id` is stable for ever; everything else may be edited without touching the past.
    """

    id: str
    name: str
    call: str = ""
    """What a coach calls out, where the name makes no short one by rule; see `call`."""
    measure: Measure = Measure.REPS
    sides: Sides = Sides.BOTH
    counted: str = ""
    """Where the side that is counted is, behind "left" or "right": "on top"; empty where the one
    that starts is meant by its name alone."""
    load: LoadKind = LoadKind.NONE
    implements: int = 1
    """How many dumbbells, kettlebells or bars carry the load: 1 or 2."""
    aliases: tuple[str, ...] = ()
    trains: str = ""
    """What it trains, in one short phrase."""
    equipment: tuple[str, ...] = ()
    setup: str = ""
    """Bench or box height, stance, grip: one or two sentences."""
    cues: tuple[str, ...] = ()
    """Two to four short cues; the first one stands under the target."""
    note: str = ""
    """The athlete's own, which stands at every set of it: "bench hole 3, heel pad"."""
    tags: tuple[str, ...] = ()
    ladder: str = ""
    """The family that it belongs to, empty where it has none."""
    rung: int = 0
    """How demanding it is within its ladder, from 0."""
    easier: tuple[str, ...] = ()
    """Ids of easier neighbours that are not simply the rung below."""
    harder: tuple[str, ...] = ()
    contacts: int = 0
    """Landings per counted rep; 0 for whatever never leaves the ground."""
    why: str = ""
    """What it is in the session for, in up to three sentences."""
    source: str = ""
    """Citation behind `why`, or empty for our own rule."""

    @property
    def in_reps(self) -> bool:
        """Whether a set is counted in reps: of nothing else is a half taken."""
        return self.measure is Measure.REPS

    @property
    def two_sided(self) -> bool:
        """Whether left and right are counted apart."""
        return self.sides is not Sides.BOTH

    @property
    def single_leg(self) -> bool:
        """Whether one leg carries the work."""
        return SINGLE_LEG in self.tags

    @property
    def is_jump(self) -> bool:
        """Whether the movement leaves the ground."""
        return self.contacts > 0

    @property
    def is_running(self) -> bool:
        """Whether it is running itself, and fast."""
        return RUNNING in self.tags

    @property
    def is_power(self) -> bool:
        """Whether it is done as fast or as hard as it goes."""
        return POWER in self.tags

    @property
    def takes_load(self) -> bool:
        """Whether a load in kilograms belongs to a set of it."""
        return self.load is LoadKind.EXTERNAL


_COUNTING = {
    Measure.REPS: "counted in reps",
    Measure.HOLD: "a hold",
    Measure.METRES: "counted in metres",
}


def counting(exercise: Exercise) -> str:
    """Return how it is counted, behind "is": "a hold", "counted in metres"."""
    return _COUNTING[exercise.measure]


_TRUNK = {"core", "upper", "mobility"}
_LEG = {"hip", "glute", "quad", "hamstring", "adductor", "calf", "foot"}


def each(exercise: Exercise) -> str:
    """Return what a count is for: "each leg", "each side", or nothing.

    Where one leg carries the work it is the leg, whatever else has to hold still meanwhile; an
    exercise of which nobody said what it trains may be one of the arms.
    """
    if not exercise.two_sided:
        return ""
    tags = set(exercise.tags)
    is_leg = exercise.single_leg or exercise.is_jump or (_LEG & tags and not _TRUNK & tags)
    return "each leg" if is_leg else "each side"
