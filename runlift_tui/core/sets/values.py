"""A set as it was done, and the values in it that an athlete may type."""

import math
from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.routines.routine import StepKey
from runlift_tui.core.words.faults import Refused
from runlift_tui.core.words.possible import (
    LEAST_SNAP,
    MOST_LEFT_OVER,
    MOST_SET_KG,
    MOST_SET_M,
    MOST_SET_REPS,
    MOST_SET_S,
    MOST_SNAP,
)


class Field(StrEnum):
    """A value of a set that can be typed. The names are those of the stored document."""

    REPS = "reps"
    LEFT = "left"
    RIGHT = "right"
    SECONDS = "seconds"
    LEFT_S = "left_s"
    RIGHT_S = "right_s"
    METRES = "metres"
    LOAD_KG = "load_kg"
    RIR = "rir"
    SNAP = "snap"


class Side(StrEnum):
    """The leg, or arm, that works first."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The side opposite."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Why(StrEnum):
    """Why a set was not done."""

    TIME = "time"
    EQUIPMENT = "equipment"
    PAIN = "pain"
    FORM = "form"
    UNSAID = ""
    ROUND_ENDED = "round ended"


class RestKind(StrEnum):
    """What a rest is for."""

    SLOT = "slot"
    ROUND = "round"
    PRIMING = "priming"
    RAMP = "ramp"


Values = Mapping[Field, float | None]
"""Typed or prefilled values: counts are whole, `load_kg` is the total external load."""

_REPS = f"reps go from 0 to {MOST_SET_REPS}"
_SECONDS = f"seconds go from 0 to {MOST_SET_S}"
LIMITS: dict[Field, tuple[float, float, str]] = {
    Field.REPS: (0, MOST_SET_REPS, _REPS),
    Field.LEFT: (0, MOST_SET_REPS, _REPS),
    Field.RIGHT: (0, MOST_SET_REPS, _REPS),
    Field.SECONDS: (0, MOST_SET_S, _SECONDS),
    Field.LEFT_S: (0, MOST_SET_S, _SECONDS),
    Field.RIGHT_S: (0, MOST_SET_S, _SECONDS),
    Field.METRES: (0, MOST_SET_M, f"metres go from 0 to {MOST_SET_M}"),
    Field.LOAD_KG: (0, MOST_SET_KG, f"the load goes from 0 to {MOST_SET_KG} kg in all"),
    Field.RIR: (0, MOST_LEFT_OVER, f"could do goes from 0 to {MOST_LEFT_OVER} more"),
    Field.SNAP: (LEAST_SNAP, MOST_SNAP, f"snap goes from {LEAST_SNAP} to {MOST_SNAP}"),
}
"""Lowest and highest value of each field, and the sentence that says so."""


class SetDone(Struct, frozen=True, kw_only=True):
    """One slot in one round, as it was done or skipped. What was not said is None."""

    key: StepKey
    exercise: str
    name: str
    target: int
    """Reps, seconds or metres aimed at, per side where there are sides."""
    started: int
    """Milliseconds on the session's line of time: go, or the start of the first hold."""
    ended: int
    start_side: Side | None = None
    contacts: int = 0
    """Landings per counted rep of the exercise."""
    implements: int = 1
    reps: int | None = None
    left: int | None = None
    right: int | None = None
    seconds: int | None = None
    left_s: int | None = None
    right_s: int | None = None
    metres: int | None = None
    load_kg: float | None = None
    rir: int | None = None
    snap: int | None = None
    skipped: Why | None = None
    pain: int | None = None
    """0-10, where a skip for pain was rated."""
    swapped_from: str | None = None
    rest_kind: RestKind | None = None
    """The rest after it, once that rest has begun."""
    rest_planned_s: int | None = None
    rest_taken_s: int | None = None
    note: str = ""
    unsure: tuple[Field, ...] = ()
    """Values that were typed far from those before, and that nobody has confirmed."""
    confirmed: tuple[Field, ...] = ()
    """Such values that were confirmed."""

    def counted(self, field: Field) -> float | None:
        """Return the value of a field, or None where it was not said."""
        value: float | None = getattr(self, field)
        return value

    @property
    def is_done(self) -> bool:
        """Whether it was not skipped, and something was counted in it."""
        return self.skipped is None and not is_nothing(self)

    @property
    def clean_reps(self) -> int | None:
        """Reps completed by the weaker leg, or None for a hold, for metres or a set not done."""
        if self.skipped is not None:
            return None
        if self.reps is not None:
            return self.reps
        if self.left is None or self.right is None:
            return None
        return min(self.left, self.right)

    @property
    def landings(self) -> int:
        """Contacts of the whole set."""
        counted = (self.reps or 0) + (self.left or 0) + (self.right or 0)
        return self.contacts * counted


COUNTS = (
    *(Field.REPS, Field.LEFT, Field.RIGHT, Field.SECONDS, Field.LEFT_S, Field.RIGHT_S),
    Field.METRES,
)
"""The fields that say how much was done; a set that was done has all of its own."""
NOTHING = "not done"
"""Stands behind a count of none."""


def is_nothing(done: object) -> bool:
    """Whether all that was counted in a set is none: it was tried, and is no set done."""
    said = [count for field in COUNTS if (count := getattr(done, field)) is not None]
    return bool(said) and not any(said)


def fields_of(exercise: Exercise, *, fast: bool = False) -> tuple[Field, ...]:
    """Return the fields that a set of `exercise` has, in the order in which they are typed.

    Args:
        exercise: What was done.
        fast: Whether it stands where half of a heavy set's reps is asked for.
    """
    found: list[Field] = []
    if exercise.measure is Measure.HOLD:
        found += [Field.LEFT_S, Field.RIGHT_S] if exercise.two_sided else [Field.SECONDS]
    elif exercise.measure is Measure.METRES:
        found.append(Field.METRES)
    else:
        found += [Field.LEFT, Field.RIGHT] if exercise.two_sided else [Field.REPS]
    if exercise.takes_load:
        found.append(Field.LOAD_KG)
    if exercise.is_jump or fast:
        found.append(Field.SNAP)
    elif exercise.takes_load and exercise.measure is not Measure.METRES:
        # Reps in reserve are no word for metres.
        found.append(Field.RIR)
    return tuple(found)


def checked(values: Values) -> dict[Field, float | None]:
    """Return the values with whole counts, each inside its limits.

    Raises:
        Refused: a value is out of its limits or not a number, or a count is left out; nothing is
            changed then.
    """
    result: dict[Field, float | None] = {}
    for field, value in values.items():
        if value is None and field in COUNTS:
            raise Refused(LIMITS[field][2])
        if value is not None:
            low, high, sentence = LIMITS[field]
            if not math.isfinite(value) or not low <= value <= high:
                raise Refused(sentence)
            if field is not Field.LOAD_KG:
                if value != int(value):
                    raise Refused(f"{sentence}, whole numbers only")
                value = int(value)
        result[field] = value
    return result


def own_values(exercise: Exercise, values: Values, fast: bool) -> dict[Field, float | None]:
    """Return the values of a set of `exercise`, checked.

    Raises:
        Refused: a value is out of its limits, or such a set does not have it.
    """
    allowed = fields_of(exercise, fast=fast)
    for field in values:
        if field not in allowed:
            raise Refused(f"{exercise.name} has no {field}")
    return checked(values)


def with_values(done: SetDone, values: Values) -> SetDone:
    """Return the set with these values in place of its own.

    Raises:
        Refused: a value is out of its limits.
    """
    return structs.replace(done, **{field.value: v for field, v in checked(values).items()})
