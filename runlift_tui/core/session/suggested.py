"""What was suggested for a session, and what it suggests itself for the next one."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct, structs

from runlift_tui.core.exercises.exercise import Exercise
from runlift_tui.core.routines.reserve import could_do, reserve_asked
from runlift_tui.core.routines.routine import HalfOf, Reps, Routine, Slot, StepKey
from runlift_tui.core.session.state import Session, Step, is_partial, step_at
from runlift_tui.core.sets.beginning import beginning, far_to_begin, is_held, most_to_begin
from runlift_tui.core.sets.far import is_far
from runlift_tui.core.sets.last import LastSet, LastTime
from runlift_tui.core.sets.load_asked import LoadAsked
from runlift_tui.core.sets.loadable import loadable
from runlift_tui.core.sets.next_round import NextRound, next_round
from runlift_tui.core.sets.next_time import (
    Coming,
    NextTime,
    aimed,
    next_time,
    next_times,
)
from runlift_tui.core.sets.pain import (
    CALM,
    EVERYTHING,
    Hurt,
    PainSaid,
    answered,
    holds_load,
    hurts,
    is_stopped,
    pains_said,
    too_much,
    with_hurts,
    with_pain,
)
from runlift_tui.core.sets.values import Field, SetDone, Why
from runlift_tui.core.sets.week import WeekKind
from runlift_tui.core.sets.weights import Gear
from runlift_tui.core.words.units import load


def suggested(session: Session, slot: Slot) -> NextTime | None:
    """Return what was suggested for the exercise that stands in a slot of a session now.

    Once it was stopped for pain today it is what that leaves of it.
    """
    named = (each for each in session.start.next_times if each.slot == slot.label)
    found = next((each for each in named if each.exercise == slot.exercise), None)
    hurt = _hurt_today(session).get(slot.exercise)
    if hurt is None or not (
        holds_load(hurt.stopped[-1].pain) or (found is not None and found.anew)
    ):
        return found
    exercise = session.exercises[slot.exercise]
    return after_stop_today(session, slot, exercise, session.start.last)


def after_stop_today(
    session: Session, slot: Slot, exercise: Exercise, last: Iterable[LastTime]
) -> NextTime | None:
    """Return what today's stop for pain leaves of an exercise: less than it was stopped with.

    Args:
        session: As it stands.
        slot: That the exercise stands in, or may come into.
        exercise: It.
        last: What was done of it before today.

    Returns:
        None where no load belongs to it, and where it was not stopped for pain today.
    """
    hurt = _hurt_today(session).get(exercise.id)
    if hurt is None:
        return None
    start, found = session.start, {exercise.id: hurt}
    own = with_hurts((time for time in last if time.exercise == exercise.id), found)
    said = {exercise.id: PainSaid(session.started, _worst(hurt))}
    eased = [structs.replace(with_pain(time, said), eases=True) for time in own]
    coming = Coming(
        gear=start.gear or Gear(), level=start.level, week=start.week, now=session.started
    )
    told = next_time(structs.replace(slot, exercise=exercise.id), exercise, eased, coming)
    if told is None:
        return None
    return structs.replace(told, why=told.why.replace(" last time", " today", 1), brief="")


def _hurt_today(session: Session) -> dict[str, Hurt]:
    """Return what was stopped for pain today, by exercise, and not done since."""
    if all(done.skipped is not Why.PAIN for done in session.done.values()):
        return {}
    done = {each.exercise: each for each in session.done.values() if not each.key.ramp}
    stopped = {id_ for id_, each in done.items() if is_stopped(each)}
    found = hurts(session.started, _rows(session))
    return {id_: found[id_] for id_ in stopped if id_ in found}


def _rows(session: Session) -> Iterator[tuple[str, SetDone, LastSet]]:
    return ((each.key.slot, each, LastSet.of(each)) for each in session.done.values())


def _worst(hurt: Hurt) -> int | None:
    return max((each.pain for each in hurt.stopped if each.pain is not None), default=None)


def coming_why(session: Session, step: Step) -> str:
    """Return why a step has the load and the reps that stand prefilled.

    Empty where nothing was suggested, and where a load was to be found once somebody typed one.
    After the slot's first set today counts: then it is why the round before asks for less.
    """
    if step.ramp is not None:
        return ""
    if not is_first(session, step):
        less = less_now(session, step)
        return "" if less is None else less.why
    found = suggested(session, step.slot)
    if found is None or (found.anew and typed_load(session, step)):
        return ""
    return found.why


def todays_why(session: Session, step: Step) -> str:
    """Return the same where all of it is told: of a later round also what it goes on with."""
    if step.ramp is not None or is_first(session, step):
        found = suggested(session, step.slot) if step.ramp is None else None
        return "" if found is None else found.why
    why = coming_why(session, step)
    before = [each for each in session.done.values() if _is_of(each, step) and each.load_kg]
    if why or not before:
        return why
    gear, left = session.start.gear or Gear(), reserve_asked(step.slot)[0]
    last = before[-1]
    shown = load(last.load_kg or 0, last.implements, gear.unit)
    found = suggested(session, step.slot)
    light = found is not None and found.anew and (last.rir is None or last.rir > left)
    more = f", add until you {could_do(left)}" if light else ""
    return f"as in round {last.key.round}: {shown}{more}"


def less_now(session: Session, step: Step) -> NextRound | None:
    """Return what a step has less of, because its exercise went to the limit the round before.

    None where nothing is less; of a session that is entered afterwards, whose sets are what they
    were, and of a jump, which is never done to the limit.
    """
    asked = step.slot.prescription
    if step.ramp is not None or step.key.round < 2 or not isinstance(asked, Reps):
        return None
    if session.is_entered or step.exercise.is_jump:
        return None
    sets = [
        structs.replace(LastSet.of(done), round=done.key.round)
        for done in session.done.values()
        if _is_of(done, step) and done.key.round < step.key.round and not done.unsure
    ]
    if not sets:
        return None
    return next_round(
        sets,
        step.slot.target or asked.low,
        LoadAsked(
            reps=asked,
            reserve=reserve_asked(step.slot)[0],
            loads=loadable(step.exercise, session.start.gear or Gear()),
            unloaded=step.slot.unloaded,
        ),
    )


def goal(session: Session, step: Step) -> int:
    """Return the reps that a working set aims at: its slot's, or fewer after the limit today."""
    less = less_now(session, step)
    if less is not None:
        return less.reps
    asked = step.slot.prescription
    return step.slot.target or (0 if isinstance(asked, HalfOf) else asked.low)


def ramp_before(session: Session, step: Step) -> float | None:
    """Return the most, in kilograms in all, that was lifted today in the ramp that a step is in.

    Returns:
        None for a working set, which a ramp is lighter than by its own words; and where nothing
        was typed, or only what is far from what one begins with.
    """
    if step.ramp is None:
        return None
    start, exercise = session.start, step.exercise
    gear = start.gear or Gear()
    begin = most_to_begin(start.level, gear.unit) if is_held(exercise) else 0
    first = far_to_begin(exercise, start.level, gear)
    lifted = [
        done.load_kg
        for key, done in session.done.items()
        if key.ramp and key.slot == step.key.slot and done.skipped is None and done.load_kg
        if done.exercise == exercise.id and Field.LOAD_KG not in done.unsure
        if not is_far(Field.LOAD_KG, done.load_kg, (), exercise.implements, begin, first)
    ]
    return max(lifted, default=None)


def is_first(session: Session, step: Step) -> bool:
    """Whether no set of a step's exercise was done in its slot today, ramps aside."""
    return not any(_is_of(done, step) for done in session.done.values())


def begins(session: Session, step: Step) -> str:
    """Return what to fetch for a load still to be found: "begin with 2 x 8 kg"; else empty."""
    found = suggested(session, step.slot)
    if found is None or not found.anew or not coming_why(session, step):
        return ""
    start, left = session.start, reserve_asked(step.slot)[0]
    return f"begin {beginning(step.exercise, start.level, left, start.gear or Gear()).at}"


def begins_from(session: Session, step: Step) -> str:
    """Return the same behind an aim: "from 2 x 8 kg"; else empty."""
    return begins(session, step).replace("begin with ", "from ")


def lacks_load(session: Session, key: StepKey) -> bool:
    """Whether a set was done without its load, though there was one to find; 0 kg is one."""
    step, done = step_at(session, key), session.done[key]
    found = suggested(session, step.slot)
    if found is None or not found.anew or step.ramp is not None or done.skipped is not None:
        return False
    return done.exercise == found.exercise and done.load_kg is None


def begins_ramp(session: Session, step: Step) -> str:
    """Return of what a ramp to a load still to be found is, and that: "2 x 6-8 kg: 2 x 4 kg".

    Returns:
        Without the first where both are the same: "with the empty bar". Empty where nothing is to
        be found.
    """
    found = suggested(session, step.slot)
    if step.ramp is None or not step.ramp.share or found is None or not found.anew:
        return ""
    if typed_load(session, step) or not is_first(session, step):
        return ""
    start, left = session.start, reserve_asked(step.slot)[0]
    whole, part = (
        beginning(step.exercise, start.level, left, start.gear or Gear(), share).at
        for share in (1, step.ramp.share)
    )
    return part if part == whole else f"{whole}: {part}".replace("with ", "")


def begin_kg(session: Session, step: Step) -> float | None:
    """Return the least that a load still to be found begins with, in kilograms in all.

    Of a ramp it is the share of that. 0 is none, where all that the gym has is far heavier.

    Returns:
        None where a load is known, or a lighter set is done without one.
    """
    found, ramp = suggested(session, step.slot), step.ramp
    if found is None or not found.anew or (ramp is not None and not ramp.share):
        return None
    start, left = session.start, reserve_asked(step.slot)[0]
    share = 1 if ramp is None else ramp.share
    return beginning(step.exercise, start.level, left, start.gear or Gear(), share).kg


def typed_load(session: Session, step: Step) -> float | None:
    """Return the kilograms in all that were typed for the step under way; None for none."""
    return session.prepared.get(Field.LOAD_KG) if session.prepared_for == step.key else None


def _is_of(done: SetDone, step: Step) -> bool:
    place = done.key.slot == step.key.slot and not done.key.ramp and done.skipped is None
    return place and done.exercise == step.exercise.id


def held_down(session: Session, pain: int) -> Session:
    """Return a session in which nothing rises, for so much pain, of 10, before its first set."""
    start = session.start
    coming = Coming(
        gear=start.gear or Gear(),
        level=start.level,
        week=start.week,
        now=session.started,
        pains={EVERYTHING: PainSaid(session.started, pain)},
    )
    last = [
        time if time.eases else structs.replace(time, hurt=True, pain=pain, instead="")
        for time in start.last
    ]
    found = next_times(session.routine, session.exercises, last, coming)
    start = structs.replace(start, next_times=found)
    return structs.replace(session, start=start, routine=aimed(session.routine, found))


class Following(Struct, frozen=True):
    """By what the next session is worked out, as far as somebody knows."""

    week: WeekKind | None = None
    """The kind of the week that it is in; None for the one of this session."""
    routine: Routine | None = None
    """Its slots with the numbers of then; None for those of this session."""
    jumps: str = ""
    """Which jumps it has others for, and why; empty where none falls out."""
    most_landings: int | None = None
    """The most of one session in the four weeks before this one; None where nobody knows."""
    when: str = ""
    """When it is: "Tue 1 Dec, week 6", "from Tue 1 Dec on"; empty where nobody knows."""
    others: frozenset[str] = frozenset()
    """Slots that have another exercise then: a swap for today is gone, or what hurts is."""


def done_since(session: Session, exercise: str) -> bool:
    """Whether an exercise was done after this session already, which is of an earlier day."""
    own = (time.tried_at or 0 for time in session.start.last if time.exercise == exercise)
    return any(at > session.began for at in own)


def after(session: Session, gear: Gear, then: Following | None = None) -> Iterator[NextTime]:
    """Yield what a session, with the one before it, suggests for the next, slot by slot.

    What was done since goes by that: of it there is nothing.

    Args:
        session: As it was trained.
        gear: The athlete's.
        then: Of the next one.
    """
    start, then = session.start, then or Following()
    said = pains_said(
        session.started,
        session.pain,
        session.done.values(),
        partial=is_partial(session),
        instead=too_much(stop_sign=session.stop_sign),
    )
    answers = answered(session.started, session.done.values())
    hurt = hurts(session.started, _rows(session))
    poor_form = {each.exercise for each in session.done.values() if each.skipped is Why.FORM}
    week = then.week or start.week
    coming = Coming(gear=gear, level=start.level, week=week, now=session.started)
    rows = sorted(session.done.values(), key=lambda done: done.key.slot)
    for label, done in groupby(rows, key=lambda done: done.key.slot):
        slot = session.routine.slot(label)
        if label in then.others or done_since(session, slot.exercise):
            continue
        today = tuple(LastSet.of(each) for each in done if _counts(each, slot))
        if not any(each.load_kg is not None for each in today):
            continue
        exercise = session.exercises[slot.exercise]
        last = (t for t in start.last if (t.slot, t.exercise) == (label, exercise.id))
        now = LastTime(
            slot=label,
            exercise=exercise.id,
            sets=today,
            when=session.started,
            poor_form=exercise.id in poor_form,
        )
        own = {exercise.id: hurt[exercise.id]} if exercise.id in hurt else {}
        (now,) = with_hurts((now,), own)
        asked = slot if then.routine is None else then.routine.slot(label)
        found = next_time(asked, exercise, [_after(now, next(last, None), said, answers)], coming)
        if found is not None:
            yield found


def _after(
    now: LastTime,
    before: LastTime | None,
    said: Mapping[str, PainSaid],
    answers: Mapping[str, PainSaid],
) -> LastTime:
    """Return today's sets with those before them, and with the pain that holds them back."""
    decides = now.exercise in said or EVERYTHING in said
    if before is not None:
        now = structs.replace(now, before=before.sets)
        if not decides:
            now = structs.replace(now, hurt=before.hurt, pain=before.pain, instead=before.instead)
            answer = answers.get(now.exercise)
            if now.hurt and answer is not None and (answer.pain or 0) > CALM:
                now = structs.replace(now, pain=answer.pain, instead="")
    return with_pain(now, said)


def _counts(done: SetDone, slot: Slot) -> bool:
    is_own = done.skipped is None and not done.key.ramp and done.exercise == slot.exercise
    return is_own and not done.unsure
