"""Next time, slot by slot: the load and the reps that the last sessions suggest, and why.

What is suggested is worked out once, before the session, and lies in its start: whoever replays
the session finds what stood there then. How it is worked out is our own rule: see `progression`.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.levels import Level
from runlift_tui.core.routines.reserve import reserve_asked
from runlift_tui.core.routines.routine import HalfOf, Hold, Metres, Reps, Routine, Slot
from runlift_tui.core.sets.beginning import beginning
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.load_asked import Done, LoadAsked, LoadRule, Move, Suggestion
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.pain import CALM_WORDS, PainSaid, after_words, holding_back, hurt_much
from runlift_tui.core.sets.progression import AWAY_DAYS, LEAST_CUT, LESS_DAYS, next_load
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.days import days_since
from runlift_tui.core.words.units import WITHOUT_WEIGHT, load


class NextTime(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an exercise is suggested to be done with in a slot."""

    slot: str
    exercise: str
    load_kg: float
    """Total external load; 0 too where it is to be found anew."""
    reps: int
    """Per leg where the movement has sides; inside what the slot prescribes."""
    why: str
    """One sentence for the screen, without a full stop."""
    brief: str = ""
    """The same for where its reps stand beside it; empty where nothing can be left out."""
    what: str = ""
    """What is done, in short: "8 at 2 x 20 kg", "begin with 2 x 4-6 kg", of less with why."""
    move: Move = Move.SAME
    anew: bool = False
    """Whether the load is still to be found, or to be found anew."""


class Coming(Struct, frozen=True, kw_only=True):
    """By what a next time is worked out, beside the slot and the past."""

    gear: Gear = Gear()
    """The athlete's."""
    level: Level = Level.BEGINNER
    """Of the session; it says where a load begins that nobody knows."""
    week: WeekKind = WeekKind.BUILD
    """Of the plan; without one every week builds."""
    now: int
    """Milliseconds since the epoch."""
    pains: Mapping[str, PainSaid] = {}
    """The newest words on pain, as in the facts: after too much no load is looked for upwards."""


def next_times(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    last: Sequence[LastTime],
    coming: Coming,
) -> tuple[NextTime, ...]:
    """Return what is suggested for every slot of a routine that takes a load.

    Args:
        routine: As it may be done today.
        exercises: By id.
        last: What was done last time, newest first.
        coming: By what else.
    """
    found = (next_time(slot, exercises[slot.exercise], last, coming) for _, slot in routine.slots())
    return tuple(each for each in found if each is not None)


def next_time(
    slot: Slot, exercise: Exercise, last: Iterable[LastTime], coming: Coming
) -> NextTime | None:
    """Return what is suggested for an exercise in a slot; None where no load belongs to it.

    It is the one place that says so: the session, its card, home, and the exercise's page ask it.

    Args:
        slot: As it stands.
        exercise: The one in it.
        last: What was done last time, newest first; where it was never done in the slot, its
            newest values elsewhere stand in.
        coming: By what else.
    """
    if not exercise.takes_load or isinstance(slot.prescription, HalfOf):
        return None
    last = tuple(last)
    own = [time for time in last if time.exercise == exercise.id and _loaded(time.sets)]
    here = next((time for time in own if time.slot == slot.label), next(iter(own), None))
    days = None if here is None else days_since(here.when, coming.now)
    if slot.unloaded and (here is None or (days or 0) > AWAY_DAYS):
        return None  # what is begun without weight is begun so again after a break
    if slot.unloaded and here is not None and not _loaded(here.sets)[-1].load_kg:
        return (
            None  # their own load was put down again, which takes a 0: nothing typed says nothing
        )
    if isinstance(slot.prescription, Hold | Metres):
        return _held_long_ago(slot, exercise, here, days, coming)
    stop = next((time for time in last if time.exercise == exercise.id and time.stopped), None)
    if here is None and stop is not None:
        return _after_stop(slot, exercise, stop, coming)
    if here is None:
        known = any(time.exercise == exercise.id for time in last)
        why = "no load typed last time" if known else ""
        return _anew(slot, exercise, why, coming, Move.SAME)
    done = Done(
        sets=_loaded(here.sets),
        before=_loaded(here.before),
        days=days,
        hurt=here.hurt or bool(here.stopped),
        pain=here.pain,
        eases=here.eases,
        hurt_kg=here.hurt_kg,
        instead=here.instead,
        poor_form=here.poor_form,
        elsewhere="" if here.slot == slot.label else here.slot,
    )
    found = next_load(done, _asked(slot, slot.prescription, exercise, coming))
    if found is not None and found.rule is LoadRule.ANEW and here.eases:
        return _begun_light(slot, exercise, here.hurt_kg, found.why, coming, Move.DOWN)
    if found is not None and found.rule is LoadRule.ANEW:
        return _anew(slot, exercise, found.why, coming, found.move, _lifted(here.sets))
    return None if found is None else _offered(found, slot, exercise, done.sets[-1], coming)


def _asked(slot: Slot, reps: Reps, exercise: Exercise, coming: Coming) -> LoadAsked:
    return LoadAsked(
        reps=reps,
        reserve=reserve_asked(slot)[0],
        week=coming.week,
        loads=loadable(exercise, coming.gear),
        unloaded=slot.unloaded,
    )


def _after_stop(slot: Slot, exercise: Exercise, stop: LastTime, coming: Coming) -> NextTime | None:
    """Return less than what an exercise was stopped with that has no other past.

    It was no first time, and what is begun with stays until a calm session: nothing is added.
    """
    lifted = _loaded(stop.stopped)
    pain = max((each.pain for each in stop.stopped if each.pain is not None), default=None)
    pain = stop.pain if stop.eases else pain
    low = _low(slot)
    if lifted and lifted[-1].load_kg:
        last = structs.replace(lifted[-1], reps=low, left=None, right=None, rir=None)
        done = Done(sets=(last,), hurt=True, pain=pain, eases=True, hurt_kg=stop.hurt_kg)
        found = next_load(done, _asked(slot, Reps(low, low), exercise, coming))
        return None if found is None else _offered(found, slot, exercise, last, coming)
    return _begun_light(slot, exercise, None, f"{hurt_much(pain)} last time", coming, Move.DOWN)


def _begun_light(
    slot: Slot,
    exercise: Exercise,
    hurt_kg: float | None,
    why: str,
    coming: Coming,
    move: Move,
    lifted_kg: float | None = None,
) -> NextTime:
    """Return the least that an exercise is begun with, and less than what hurt, if that is known.

    Of what hurt, and while pain holds everything back, no load is looked for by adding to it.
    """
    kg = beginning(exercise, coming.level, reserve_asked(slot)[0], coming.gear).kg
    if lifted_kg is not None:
        kg = min(kg, lifted_kg)
    if hurt_kg is not None and kg >= hurt_kg:
        each = hurt_kg / exercise.implements
        below = loadable(exercise, coming.gear).below(each, each * (1 - LEAST_CUT))
        kg = round((below or 0) * exercise.implements, 4)
    at = load(kg, exercise.implements, coming.gear.unit) if kg else WITHOUT_WEIGHT
    low = _low(slot)
    return NextTime(
        slot=slot.label,
        exercise=exercise.id,
        load_kg=kg,
        reps=low,
        why=f"{why}: {at}, no more until a session with {CALM_WORDS}",
        what=f"{low} at {at}" if kg else f"{low} {at}",
        move=move,
    )


def _low(slot: Slot) -> int:
    return slot.prescription.low if isinstance(slot.prescription, Reps) else slot.target


def _loaded(sets: Iterable[LastSet]) -> list[LastSet]:
    """Return the sets with a load: of one that nobody typed nothing follows."""
    return [done for done in sets if done.load_kg is not None]


def _lifted(sets: Sequence[LastSet]) -> float | None:
    """Return the heaviest load that was lifted, in all; None where none was typed."""
    return max((done.load_kg for done in _loaded(sets) if done.load_kg is not None), default=None)


def _anew(
    slot: Slot,
    exercise: Exercise,
    why: str,
    coming: Coming,
    move: Move,
    lifted_kg: float | None = None,
) -> NextTime:
    """Return a load that is to be found, and where to begin; without a why the first time ever.

    While pain holds the exercise back it is no search: what it is begun with stays, and is no more
    than what was lifted before.
    """
    held = holding_back(coming.pains, exercise.id)
    if held is not None:
        why = after_words(held)
        return _begun_light(slot, exercise, None, why, coming, move, lifted_kg)
    left = reserve_asked(slot)[0]
    how = beginning(exercise, coming.level, left, coming.gear)
    reps, words = slot.target, f"begin {how.at}, add a little from set to set"
    if isinstance(slot.prescription, Reps):
        reps = max(slot.prescription.low, min(slot.prescription.high, reps))
        words = how.words
    return NextTime(
        slot=slot.label,
        exercise=exercise.id,
        load_kg=0.0,
        reps=reps,
        why=f"{why or 'first time'}: {words}",
        brief="" if why else words,
        what=f"begin {how.at}",
        move=move,
        anew=True,
    )


def _held_long_ago(
    slot: Slot, exercise: Exercise, here: LastTime | None, days: int | None, coming: Coming
) -> NextTime | None:
    """Return less for a hold with a load that hurt, or after weeks off; None where it will do."""
    if here is None or not (here.eases or (days or 0) > LESS_DAYS):
        return None
    last = here.sets[-1]
    counted = structs.replace(last, reps=slot.target, left=None, right=None, rir=None)
    low = Reps(slot.target, slot.target)
    found = next_load(
        Done(sets=(counted,), days=days, pain=here.pain, eases=here.eases, hurt_kg=here.hurt_kg),
        LoadAsked(reps=low, week=coming.week, loads=loadable(exercise, coming.gear)),
    )
    if found is None or found.rule not in (LoadRule.LESS, LoadRule.ANEW, LoadRule.EASED):
        return None
    if found.rule is LoadRule.ANEW and here.eases:
        return _begun_light(slot, exercise, here.hurt_kg, found.why, coming, Move.DOWN)
    if found.rule is LoadRule.ANEW:
        return _anew(slot, exercise, found.why, coming, found.move, _lifted(here.sets))
    return _offered(found, slot, exercise, last, coming)


def _offered(
    found: Suggestion, slot: Slot, exercise: Exercise, last: LastSet, coming: Coming
) -> NextTime | None:
    """Return the suggestion; what was lifted stands, with a word where no list has it.

    A load of the other unit's weights, which nobody has here, is the next lighter one.
    """
    if found.load_kg is None:
        return None
    why, brief, what, move = found.why, found.brief, _with_why(found), found.move
    loads, kg = loadable(exercise, coming.gear), found.load_kg
    here = loads.at_hand(kg / last.implements)
    if here < kg / last.implements:
        kg = round(here * last.implements, 4)
        unit = coming.gear.unit
        shown, was = (load(each, last.implements, unit) for each in (kg, found.load_kg))
        step = f"{was.removesuffix(f' {unit}')} → {shown}"
        why, brief = f"{why}; {step}, the next lighter here", ""
        what, move = f"{found.reps} at {shown}", Move.DOWN
    elif lacks := loads.lacks(kg, last.implements):
        why, brief = f"{why}; {lacks}", ""
    return NextTime(
        slot=slot.label,
        exercise=exercise.id,
        load_kg=kg,
        reps=found.reps,
        why=why,
        brief=brief,
        what=what,
        move=move,
    )


_BECAUSE = {
    LoadRule.LESS: "after weeks off",
    LoadRule.TOO_FEW: "too few reps last time",
    LoadRule.TOO_NEAR: "last time too near the limit",
    LoadRule.EASED: "it hurt",
}
"""Why a load is less, where the whole sentence has no room."""


def _with_why(found: Suggestion) -> str:
    """Return what is done; of less also why, in a few words."""
    why = _BECAUSE.get(found.rule, "") if found.move is Move.DOWN else ""
    return ", ".join(filter(None, (found.what, why)))


def aimed(routine: Routine, found: Iterable[NextTime]) -> Routine:
    """Return the routine with its slots aiming at what is suggested."""
    reps = {(each.slot, each.exercise): each.reps for each in found}

    return routine.with_slots(
        lambda slot: structs.replace(
            slot, target=reps.get((slot.label, slot.exercise), slot.target)
        )
    )


def brings_load(slot: Slot, found: Iterable[NextTime]) -> bool:
    """Whether a load of the athlete's own stands prefilled in a slot."""
    return any(
        each.load_kg > 0
        for each in found
        if (each.slot, each.exercise) == (slot.label, slot.exercise)
    )


def foremost(found: Iterable[NextTime]) -> NextTime | None:
    """Return the suggestion that is worth a line: the first that changes a load, else the first."""
    every = tuple(found)
    return next((each for each in every if each.move is not Move.SAME), next(iter(every), None))
