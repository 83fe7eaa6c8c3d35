"""The gate outranks whatever was planned: a routine as the athlete may do it today."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from runlift_tui.core.athlete.athlete import Standing
from runlift_tui.core.athlete.facts import Outing
from runlift_tui.core.athlete.gates import Rung, gate, is_open, rung_today
from runlift_tui.core.athlete.pain import no_jumps
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import RULES, Level
from runlift_tui.core.routines.routine import HalfOf, Routine, Slot
from runlift_tui.core.routines.shipped import NO_IMPACT


class Allowed(Struct, frozen=True):
    """What is allowed today."""

    rung: Rung
    may_jump: bool
    why_not: str = ""
    """Why nobody may jump whatever the gate says, in a sentence; empty where the gate decides."""


def allowed(
    standing: Standing, outings: Sequence[Outing], library: Mapping[str, Exercise], now: int
) -> Allowed:
    """Return what an athlete may do at `now`, milliseconds since the epoch.

    Intermediate and advanced are the athlete's own word for their experience and open the gate.
    Pain, and whoever is to ask first, close it for everyone; no overruling opens that.
    """
    why_not = "; ".join(no_jumps(standing.ask_first, outings))
    opened = standing.overruled or is_open(gate(outings, standing.checks))
    may_jump = not why_not and (opened or standing.level is not Level.BEGINNER)
    rung = rung_today(standing.level, standing.rung, outings, library, now=now, may_jump=may_jump)
    if why_not and rung.why:
        rung = rung._replace(why=why_not)
    return Allowed(rung, may_jump, why_not)


def overrides(
    standing: Standing,
    outings: Sequence[Outing],
    routine: Routine,
    library: Mapping[str, Exercise],
) -> tuple[str, ...]:
    """Return what of a session stands against the rules, by the athlete's own decision."""
    closed = not is_open(gate(outings, standing.checks))
    jumps = any(library[slot.exercise].is_jump for _, slot in routine.slots())
    if standing.level is Level.BEGINNER and standing.overruled and closed and jumps:
        return ("gate to jumping",)
    return ()


def held_back(
    routine: Routine, level: Level, today: Allowed, library: Mapping[str, Exercise]
) -> Routine:
    """Return the routine with B2 on the rung of today, and no jump where none is allowed."""

    def fitted(slot: Slot) -> Slot:
        own_rung = routine.id != NO_IMPACT and slot.exercise == RULES[level].fast
        if isinstance(slot.prescription, HalfOf) and own_rung:
            slot = structs.replace(slot, exercise=today.rung.exercise)
        exercise = library.get(slot.exercise)
        if exercise is not None and exercise.is_jump and not today.may_jump:
            slot = structs.replace(slot, exercise=_grounded(exercise, library))
        return slot

    return routine.with_slots(fitted)


def _grounded(exercise: Exercise, library: Mapping[str, Exercise]) -> str:
    """Return the hardest movement below a jump that never leaves the ground."""
    below = [
        each
        for each in library.values()
        if exercise.ladder
        and each.ladder == exercise.ladder
        and each.rung < exercise.rung
        and not each.is_jump
        and each.measure is exercise.measure
    ]
    return max(below, key=lambda each: each.rung).id if below else RULES[Level.BEGINNER].fast
