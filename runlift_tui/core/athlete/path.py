"""A beginner's path: how far along it they are, and what they have grown into on it.

Our own rules: one exercise more for two sessions and a week, a step back after two weeks off, and
whatever stands on a ladder is begun at its stable end.
"""

from collections.abc import Mapping

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.gates import PAUSE_DAYS
from runlift_tui.core.athlete.ladder import GROUND_DAYS, STEADY
from runlift_tui.core.athlete.pain import felt
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import (
    FIRST_DAY,
    RULES,
    SESSIONS_A_STAGE,
    Level,
    beginner_stage,
)
from runlift_tui.core.routines.routine import Routine, Slot
from runlift_tui.core.sets.pain import CALM
from runlift_tui.core.words.days import DAY_MS

_RULES = RULES[Level.BEGINNER]
_LADDERS = (_RULES.heavy, _RULES.bridge, _RULES.step_up)


def path_stage(facts: Facts, now: int, *, is_light: bool = False) -> int:
    """Return the stage of the beginner's path at `now`, as a fold over the sessions.

    Args:
        facts: What the history says.
        now: Milliseconds since the epoch.
        is_light: Whether nothing new comes up now: then it is the stage of the last session.
    """
    if not facts.sessions or facts.first is None:
        return FIRST_DAY
    outings = sorted(outing.when for outing in facts.outings)
    done, begun, last = facts.sessions - len(outings), facts.first, 0
    stage = FIRST_DAY
    for at in (*outings, now):
        off = (at - last) // DAY_MS if last else 0
        if off > PAUSE_DAYS:
            was = beginner_stage(done, (last - begun) // DAY_MS)
            back = FIRST_DAY if off > GROUND_DAYS else max(FIRST_DAY, was - 1)
            done, begun = back * SESSIONS_A_STAGE, at - back * 7 * DAY_MS
        reached = beginner_stage(done, (at - begun) // DAY_MS)
        stage = min(stage, reached) if at == now and is_light else reached
        done, last = done + 1, at
    return stage


def grown(routine: Routine, facts: Facts, library: Mapping[str, Exercise], now: int) -> Routine:
    """Return a beginner's routine with the harder exercises that they have made their own.

    One that stood in the slot twice, the last time within eight weeks, stays there.
    """

    def fitted(slot: Slot) -> Slot:
        base = library.get(slot.exercise)
        times = [time for time in facts.last_times if time.slot == slot.label]
        if base is None or base.id not in _LADDERS or not times:
            return slot
        last = max(times, key=lambda time: time.when or 0)
        own = library.get(last.exercise)
        if own is None or own.ladder != base.ladder or own.rung <= base.rung:
            return slot
        recent = now - (last.when or 0) <= GROUND_DAYS * DAY_MS
        return structs.replace(slot, exercise=own.id) if last.before and recent else slot

    return routine.with_slots(fitted)


def ways_up(routine: Routine, facts: Facts, library: Mapping[str, Exercise]) -> dict[str, str]:
    """Return what two calm sessions offer, by the label of the slot, in a sentence each."""
    outings = sorted(facts.outings, key=lambda outing: outing.when)[-STEADY:]
    pains = [felt(outing) for outing in outings if not outing.poor_form]
    calm = [pain for pain in pains if pain is not None and pain <= CALM]
    if len(calm) < STEADY:
        return {}
    twice = {(time.slot, time.exercise) for time in facts.last_times if time.before}
    found = {}
    for _, slot in routine.slots():
        higher = _higher(library.get(slot.exercise), library)
        if (slot.label, slot.exercise) in twice and higher is not None:
            found[slot.label] = f"Two calm sessions: x can put {higher.name} here."
    return found


def _higher(exercise: Exercise | None, library: Mapping[str, Exercise]) -> Exercise | None:
    """Return the next rung on one of the ladders that a beginner begins on."""
    ladders = {library[id_].ladder for id_ in _LADDERS if id_ in library}
    if exercise is None or exercise.ladder not in ladders:
        return None
    above = [
        each
        for each in library.values()
        if each.ladder == exercise.ladder and each.rung > exercise.rung and not each.is_jump
    ]
    return min(above, key=lambda each: each.rung, default=None)
