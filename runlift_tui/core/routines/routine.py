"""Routines: blocks of slots, what each slot prescribes, and the rests between them."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise, Measure
from runlift_tui.core.words.text import plural
from runlift_tui.core.words.units import WITHOUT_WEIGHT


class Reps(Struct, frozen=True, tag="reps"):
    """So many repetitions, on each leg where the movement has sides."""

    low: int
    high: int


class Hold(Struct, frozen=True, tag="hold"):
    """So many seconds, on each side where the movement has sides."""

    low: int
    high: int


class Metres(Struct, frozen=True, tag="metres"):
    """So many metres, those of both sides together."""

    low: int
    high: int


class HalfOf(Struct, frozen=True, tag="half"):
    """Half of the reps completed in another slot of the same round."""

    slot: str


Counted = Reps | Hold | Metres
"""A prescription that has its own numbers."""
Prescription = Counted | HalfOf
_MEASURED = {Reps: Measure.REPS, Hold: Measure.HOLD, Metres: Measure.METRES}
_PRESCRIBED: Mapping[Measure, Callable[[int, int], Counted]] = {
    Measure.REPS: Reps,
    Measure.HOLD: Hold,
    Measure.METRES: Metres,
}
_MARKS = {Reps: "", Hold: " s", Metres: " m", HalfOf: ""}


def measured(count: Counted) -> Measure:
    """Return what a prescription counts."""
    return _MEASURED[type(count)]


def prescribed(measure: Measure, low: int, high: int) -> Counted:
    """Return the prescription of so many of what is counted."""
    return _PRESCRIBED[measure](low, high)


def unit_mark(prescription: Prescription) -> str:
    """Return what stands behind its numbers: " s", " m", or nothing."""
    return _MARKS[type(prescription)]


class RampSet(Struct, frozen=True, kw_only=True):
    """A lighter set on the way to the heavy one, done once."""

    reps: int
    """Per leg where the movement has sides."""
    share: float
    """Part of the working load, 0 (without weight) to 1."""
    rest_s: int

    @property
    def words(self) -> str:
        """What is asked: "5 without weight", "4 at 60%"."""
        return f"{self.reps} {f'at {self.share:.0%}' if self.share else WITHOUT_WEIGHT}"


class Slot(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place in a routine."""

    label: str
    exercise: str
    """Id of the exercise that stands here."""
    prescription: Prescription
    target: int = 0
    """Reps, seconds or metres aimed at, inside the prescription; 0 for half of another slot."""
    rir: tuple[int, int] | None = None
    """Reps in reserve aimed at, lower and upper, or None where none is asked for."""
    rest_s: int = 0
    """Rest before the next slot of the same round."""
    priming_s: int = 0
    """Rest before the fast slot that takes half of this one."""
    least_s: int = 0
    """Below this, a go out of the priming rest is called early."""
    ramp: tuple[RampSet, ...] = ()
    alternatives: tuple[str, ...] = ()
    """Ids of the athlete's own alternatives, in order of preference."""
    unloaded: bool = False
    """Whether the level asks for body weight alone."""


class Block(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Slots repeated for a number of rounds."""

    id: str
    name: str
    slots: tuple[Slot, ...]
    rounds: int
    """Rounds by default."""
    low: int = 1
    high: int = 6
    round_rest_s: int = 0
    rest_after_s: int = 0
    """Rest before the next block."""
    zero_is_go: bool = False
    """Whether the next set starts by itself when its rest is over, as in a warm-up."""

    def with_slots(self, change: Callable[[Slot], Slot]) -> "Block":
        """Return the block with every slot as it is after a change."""
        return structs.replace(self, slots=tuple(change(slot) for slot in self.slots))


class Routine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Blocks in order."""

    id: str
    name: str
    blocks: tuple[Block, ...]

    def slots(self) -> Iterator[tuple[Block, Slot]]:
        """Yield every slot with its block, in order."""
        for block in self.blocks:
            for slot in block.slots:
                yield block, slot

    def slot(self, label: str) -> Slot:
        """Return the slot with this label.

        Raises:
            KeyError: no slot has it.
        """
        for _, slot in self.slots():
            if slot.label == label:
                return slot
        raise KeyError(label)

    def with_blocks(self, change: Callable[[Block], Block]) -> "Routine":
        """Return the routine with every block as it is after a change."""
        return structs.replace(self, blocks=tuple(change(block) for block in self.blocks))

    def with_slots(self, change: Callable[[Slot], Slot]) -> "Routine":
        """Return the routine with every slot as it is after a change."""
        return self.with_blocks(lambda block: block.with_slots(change))


class StepKey(NamedTuple):
    """Names one step of a session: a slot in a round, or a ramp set before it."""

    block: str
    round: int
    slot: str
    ramp: int = 0
    """1 for the first ramp set before the slot, 0 for the slot itself."""


LEAST = 2
"""Below this there is no fast set."""

NAMELESS = "exercise"
"""Id of a block whose name has no letter of an id in it; it stands in people's files as it is."""


def heading_of(block: Block) -> str:
    """Return a block in a line: "Main, 4 rounds"."""
    return f"{block.name}, {plural(block.rounds, 'round')}"


class Usual(Struct, frozen=True):
    """What a set of an exercise usually asks for."""

    prescription: Counted
    target: int
    """Reps, seconds or metres, inside it."""


def usual(exercise: Exercise) -> Usual:
    """Return the prescription of an exercise by itself."""
    tags = set(exercise.tags)
    if exercise.measure is Measure.HOLD:
        if "adductor" in tags:
            return Usual(Hold(10, 20), 10)
        if exercise.takes_load or "mobility" in tags:
            return Usual(Hold(20, 40), 30)
        return Usual(Hold(10, 30), 20)
    if exercise.measure is Measure.METRES:
        return Usual(Metres(15, 30), 20) if exercise.takes_load else Usual(Metres(40, 80), 60)
    if exercise.is_jump:
        return Usual(Reps(3, 6), 4)
    if "heavy" in tags:
        return Usual(Reps(5, 10), 8)
    if tags & {"calf", "foot"}:
        return Usual(Reps(8, 15), 12)
    return Usual(Reps(6, 12), 8)
