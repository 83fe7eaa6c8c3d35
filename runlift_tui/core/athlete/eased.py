"""What was stepped down for pain stays stepped down until a session was calm: our own rule."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.exercises.likeness import gentler
from runlift_tui.core.routines.routine import HalfOf, Routine, Slot, usual
from runlift_tui.core.sets.pain import EVERYTHING, hurt_words


class Eased(NamedTuple):
    """A routine with the easier exercises in it that were taken for pain."""

    routine: Routine
    instead: Mapping[str, str]
    """Why each of them is in it, by its id: "instead of Step-up: hurt 4 of 10 last time, ..."."""


def eased(routine: Routine, facts: Facts, library: Mapping[str, Exercise]) -> Eased:
    """Return a routine with what was stepped down for pain, and trained so since, as it was then.

    Args:
        routine: As it would be done today.
        facts: What the history says.
        library: Every exercise by id.
    """
    instead: dict[str, str] = {}

    def fitted(slot: Slot) -> Slot:
        was = library.get(slot.exercise)
        found = None if was is None else _stepped_down(slot, was, facts, library)
        if was is None or found is None:
            return slot
        told = ", ".join(filter(None, (hurt_words(facts.pains, was.id), "until a session is calm")))
        instead[found.id] = f"instead of {was.name}: {told}"
        slot = structs.replace(slot, exercise=found.id)
        if found.measure is was.measure or isinstance(slot.prescription, HalfOf):
            return slot
        own = usual(found)
        return structs.replace(slot, prescription=own.prescription, target=own.target)

    routine = routine.with_slots(fitted)
    return Eased(routine, instead)


def _stepped_down(
    slot: Slot, exercise: Exercise, facts: Facts, library: Mapping[str, Exercise]
) -> Exercise | None:
    """Return what was done in a slot for an exercise since that hurt; None where nothing was."""
    said, whole = facts.pains.get(exercise.id), facts.pains.get(EVERYTHING)
    if said is None or said.is_calm:
        return None
    if whole is not None and whole.is_calm and whole.when > said.when:
        return None
    reps_only = isinstance(slot.prescription, HalfOf)
    easier = gentler(exercise, library.values(), reps_only=reps_only)
    done = any(
        (time.slot, time.exercise) == (slot.label, easier.id)
        and time.was_done
        and (time.when or 0) >= said.when
        for time in facts.last_times
        if easier is not None
    )
    if easier is None or not done:
        return None
    return _stepped_down(slot, easier, facts, library) or easier
