"""A beginner's path: how far along it they are, and what they have grown into on it.

Our own rules: one exercise more for two sessions and a week, a step back after two weeks off,
nothing new after pain until a calm session, and whatever stands on a ladder is begun at its stable
end.
"""

from collections import deque
from collections.abc import Mapping, Sequence

from msgspec import structs

from runlift_tui.core.athlete.facts import Facts
from runlift_tui.core.athlete.gates import PAUSE_DAYS
from runlift_tui.core.athlete.ladder import GROUND_DAYS, STEADY
from runlift_tui.core.athlete.pain import felt, hurts_after
from runlift_tui.core.athlete.rising import counting
from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.keys.in_force import key
from runlift_tui.core.routines.levels import (
    FIRST_DAY,
    RULES,
    SESSIONS_A_STAGE,
    Level,
    beginner_stage,
)
from runlift_tui.core.routines.routine import Routine, Slot
from runlift_tui.core.sets.last import LastTime
from runlift_tui.core.sets.pain import CALM
from runlift_tui.core.words.days import DAY_MS

_RULES = RULES[Level.BEGINNER]
_LADDERS = (_RULES.heavy, _RULES.bridge, _RULES.step_up)


def path_stage(facts: Facts, now: int, *, light_since: int | None = None) -> int:
    """Return the stage of the beginner's path at `now`, as a fold over the sessions.

    Args:
        facts: What the history says.
        now: Milliseconds since the epoch.
        light_since: Since when nothing new comes up, milliseconds since the epoch: then it is no
            further than it was before. None where it may.
    """
    if not facts.sessions or facts.first is None:
        return FIRST_DAY
    seen = sorted(facts.outings, key=lambda outing: outing.when)
    whole = {outing.when for outing in counting(seen)}
    outings = [(outing.when, outing.when in whole) for outing in seen if outing.trained]
    done, begun, last = facts.sessions - len(outings), facts.first, 0
    stage, hurts, before = FIRST_DAY, False, deque(seen)
    for at, counts in (*outings, (now, True)):
        while before and before[0].when < at:
            hurts = hurts_after(before.popleft(), hurts)
        off = (at - last) // DAY_MS if last else 0
        if off > PAUSE_DAYS:
            was = beginner_stage(done, (last - begun) // DAY_MS)
            back = FIRST_DAY if off > GROUND_DAYS else max(FIRST_DAY, was - 1)
            done, begun = back * SESSIONS_A_STAGE, at - back * 7 * DAY_MS
        reached = beginner_stage(done, (at - begun) // DAY_MS)
        light = light_since is not None and at >= min(light_since, now)
        stage = min(stage, reached) if light or hurts else reached
        done, last = done + counts, at
    return stage


def grown(routine: Routine, facts: Facts, library: Mapping[str, Exercise], now: int) -> Routine:
    """Return a beginner's routine with the harder exercises that they have made their own.

    One that stood in the slot twice stays there, also behind another one that stood there once.
    After two weeks without it, or a higher one, it is a step lower; after eight, the one to begin
    with.
    """

    def fitted(slot: Slot) -> Slot:
        base = library.get(slot.exercise)
        if base is None or base.id not in _LADDERS:
            return slot
        times = [time for time in facts.last_times if time.slot == slot.label and time.was_done]
        own = _own_rung(base, times, library, now)
        return structs.replace(slot, exercise=own.id)

    return routine.with_slots(fitted)


def _own_rung(
    base: Exercise, times: Sequence[LastTime], library: Mapping[str, Exercise], now: int
) -> Exercise:
    """Return the exercise of a ladder that stands in a slot, by what stood there before."""
    climbed = {
        time.exercise: found
        for time in times
        if (found := library.get(time.exercise)) is not None
        and found.ladder == base.ladder
        and found.rung > base.rung
    }
    last = max((time for time in times if time.before), key=lambda t: t.when or 0, default=None)
    if last is None or last.exercise not in climbed:
        return base
    own = climbed[last.exercise]
    as_hard = [t for t in times if t.exercise in climbed and climbed[t.exercise].rung >= own.rung]
    off = (now - max(time.when or 0 for time in as_hard)) // DAY_MS
    if off <= PAUSE_DAYS:
        return own
    lower = [each for each in climbed.values() if each.rung < own.rung and off <= GROUND_DAYS]
    return max(lower, key=lambda each: each.rung, default=base)


def ways_up(routine: Routine, facts: Facts, library: Mapping[str, Exercise]) -> dict[str, str]:
    """Return what two calm sessions offer, by the label of the slot, in a sentence each."""
    outings = sorted(facts.outings, key=lambda outing: outing.when)[-STEADY:]
    pains = [felt(outing) for outing in outings if not (outing.poor_form or outing.partial)]
    calm = [pain for pain in pains if pain is not None and pain <= CALM]
    if len(calm) < STEADY:
        return {}
    twice = {(time.slot, time.exercise) for time in facts.last_times if time.before}
    found = {}
    for _, slot in routine.slots():
        higher = _higher(library.get(slot.exercise), library)
        if (slot.label, slot.exercise) in twice and higher is not None:
            found[slot.label] = (
                f"Two calm sessions: {key('session.swap')} can put {higher.name} here."
            )
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
